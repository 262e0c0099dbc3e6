"""How far points lie from one another, and what is near."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.maps import (
    FURTHEST_KM,
    BadPlace,
    Middle,
    Vicinity,
    boxes_around,
    kilometres_between,
    read_point,
)

QUETTA, MASTUNG = Middle(30.183, 67.0), Middle(29.8, 66.85)
points = st.builds(Middle, st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        (QUETTA, QUETTA, 0),
        (QUETTA, MASTUNG, 45.0),
        (Middle(0, 0), Middle(0, 1), 111.195),
        (Middle(0, 179.5), Middle(0, -179.5), 111.195),
        (Middle(90, 0), Middle(-90, 123), FURTHEST_KM),
        (Middle(51.5074, -0.1278), Middle(48.8566, 2.3522), 343.6),
    ],
)
def test_the_way_between_two_points_is_known(one: Middle, other: Middle, kilometres: float) -> None:
    assert isclose(kilometres_between(one, other), kilometres, rel_tol=2e-3)


@given(points, points)
def test_the_way_there_is_as_long_as_the_way_back(one: Middle, other: Middle) -> None:
    assert isclose(kilometres_between(one, other), kilometres_between(other, one), abs_tol=1e-6)


@given(points, points, st.floats(0.001, FURTHEST_KM))
def test_whatever_is_near_lies_in_one_of_the_boxes(middle: Middle, other: Middle, kilometres: float) -> None:
    boxes = boxes_around(Vicinity(middle, kilometres))

    if kilometres_between(middle, other) <= kilometres:
        assert any(
            box.west <= other.longitude <= box.east and box.south <= other.latitude <= box.north
            for box in boxes
        )


@given(points, st.floats(0.001, FURTHEST_KM))
def test_every_box_lies_on_the_earth(middle: Middle, kilometres: float) -> None:
    for box in boxes_around(Vicinity(middle, kilometres)):
        assert -180 <= box.west <= box.east <= 180
        assert -90 <= box.south <= box.north <= 90


@pytest.mark.parametrize(
    ("longitude", "boxes"), [(0, 1), (179.9, 2), (-179.9, 2)], ids=["inland", "east", "west"]
)
def test_a_vicinity_across_the_180th_meridian_has_two_boxes(longitude: float, boxes: int) -> None:
    assert len(boxes_around(Vicinity(Middle(10, longitude), 50))) == boxes


def test_an_address_names_a_point() -> None:
    assert read_point("30.7,-66.6") == Middle(30.7, -66.6)


@pytest.mark.parametrize(
    "text", ["", "30.7", "30.7,66.6,1", "north,east", "91,0", "0,181", "nan,0", "0,inf", "30.7;66.6"]
)
def test_what_names_no_point_is_refused(text: str) -> None:
    with pytest.raises(BadPlace, match=r"Give two numbers|lies between"):
        read_point(text)
