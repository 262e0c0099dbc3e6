"""Of a ring, what lies within a frame is kept."""

from __future__ import annotations

from hypothesis import given

from archive.maps import Frame, Point, clipped
from tests.archive.maps.strategies import frames, rings

SQUARE = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)]


def test_a_corner_of_a_square_is_cut_out() -> None:
    assert set(clipped(SQUARE, Frame(5, 5, 20, 20))) == {(5, 5), (10, 5), (10, 10), (5, 10)}


def test_what_lies_elsewhere_is_gone() -> None:
    assert clipped(SQUARE, Frame(11, 11, 20, 20)) == []


@given(rings, frames())
def test_nothing_is_left_beyond_the_frame(ring: list[Point], frame: Frame) -> None:
    for x, y in clipped(ring, frame):
        assert frame.left - 0.01 <= x <= frame.right + 0.01
        assert frame.top - 0.01 <= y <= frame.bottom + 0.01


@given(rings)
def test_what_lies_within_stays_as_it_is(ring: list[Point]) -> None:
    assert list(clipped(ring, Frame.around(ring))) == ring


@given(rings, frames())
def test_neighbours_cut_their_border_at_the_same_points(ring: list[Point], frame: Frame) -> None:
    assert set(clipped(ring, frame)) == set(clipped(ring[::-1], frame))
