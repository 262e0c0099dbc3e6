"""When two incidents may be one event."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from archive.dates import bounds
from incidents.nearness import SLACK, Spot, near_in_place, near_in_time, shifted, window
from tests.strategies import moments

SPOTS = {
    1: Spot(1, None, 30.0, 67.0),
    2: Spot(2, 1),
    3: Spot(3, 2),
    4: Spot(4, None, 30.2, 67.0),
    5: Spot(5, None, 30.3, 67.0),
    6: Spot(6, 7),
    7: Spot(7, 6),
}


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("2024-02-07", "2024-02-07", True),
        ("2024-02-07", "2024-02-08", True),
        ("2024-02-07", "2024-02-09", False),
        ("2024-02", "2024-02-20", True),
        ("2024", "2024-02-20", False),
        ("2024-02-07/..", "2024-02-07", False),
        ("0001-01-01", "0001-01-01", True),
        ("9999-12-31", "9999-12-31", True),
    ],
)
def test_dates_are_near_that_overlap_within_a_day(one: str, other: str, near: bool) -> None:
    assert near_in_time(bounds(one), bounds(other)) is near


@given(moments(), moments())
def test_what_is_near_begins_within_the_window_and_is_near_either_way(one: str, other: str) -> None:
    first, second = bounds(one), bounds(other)
    near = near_in_time(first, second)

    assert near is near_in_time(second, first)
    if near:
        span = window(first)
        assert span is not None
        assert second.earliest is not None
        assert span[0] <= second.earliest <= span[1]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [(1, 1, True), (3, 1, True), (1, 3, True), (1, 4, True), (1, 5, False), (2, 4, False)],
)
def test_places_are_near_that_are_one_lie_within_or_are_close(one: int, other: int, near: bool) -> None:
    assert near_in_place(one, other, SPOTS) is near


def test_places_that_lie_in_a_circle_are_climbed_once() -> None:
    assert not near_in_place(6, 1, SPOTS)


def test_days_stay_within_the_calendar() -> None:
    assert (shifted(date.min, -SLACK), shifted(date.max, SLACK)) == (date.min, date.max)
