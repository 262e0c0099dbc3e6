"""A box in an address is read, refused in plain words, and written again."""

from __future__ import annotations

import pytest
from hypothesis import given

from archive.maps import WORLD, BadBox, Box, Frame, box_of, box_text, frame_of, read_box
from tests.archive.maps.strategies import frames


def test_a_box_is_west_south_east_and_north() -> None:
    assert read_box("60.5,23,77.8,37.1") == Box(60.5, 23, 77.8, 37.1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1,2,3", "four numbers"),
        ("a,2,3,4", "numbers of degrees"),
        ("1,nan,3,4", "between -90 and 90"),
        ("1,2,inf,4", "between -90 and 90"),
        ("1,-91,3,4", "between -90 and 90"),
        ("-181,2,3,4", "between -180 and 180"),
        ("3,2,1,4", "West comes before east"),
        ("1,4,3,2", "south before north"),
    ],
)
def test_what_is_no_box_is_refused_with_a_reason(text: str, says: str) -> None:
    with pytest.raises(BadBox, match=says):
        read_box(text)


@pytest.mark.parametrize(
    ("box", "text"),
    [(Box(-0.000001, 0, 120, 10.5), "0,0,120,10.5"), (Box(-120.123456, -3, 1, 2), "-120.12346,-3,1,2")],
)
def test_a_box_is_written_with_no_more_digits_than_count(box: Box, text: str) -> None:
    assert box_text(box) == str(box) == text


@given(frames())
def test_what_is_written_of_a_frame_is_the_frame_to_a_unit_or_two(frame: Frame) -> None:
    assert frame_of(read_box(box_text(box_of(frame)))) == pytest.approx(frame, abs=3)


@given(frames())
def test_a_frame_with_room_around_it_holds_the_frame_and_stays_in_the_world(frame: Frame) -> None:
    left, top, right, bottom = frame.padded(1000)

    assert 0 <= left <= frame.left <= frame.right <= right <= WORLD
    assert 0 <= top <= frame.top <= frame.bottom <= bottom <= WORLD


@given(frames(), frames())
def test_frames_meet_each_other_or_neither(one: Frame, other: Frame) -> None:
    assert one.meets(one)
    assert one.meets(other) == other.meets(one)
