"""Dates as sources give them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.dates import Bounds, DateError, bounds, may_be_on_or_before
from tests.strategies import moments

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def between(earliest: str | None, latest: str | None) -> Bounds:
    first, last = (date.fromisoformat(day) if day else None for day in (earliest, latest))
    return Bounds(first, last)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-02-07", "2024-02-07", "2024-02-07"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02-07~", "2024-02-07", "2024-02-07"),
        ("[2024-02-07,2024-02-08]", "2024-02-07", "2024-02-08"),
        ("[2024-02-07..2024-02-09]", "2024-02-07", "2024-02-09"),
        ("2024-02-07/2024-02-09", "2024-02-07", "2024-02-09"),
        ("2026/..", "2026-01-01", None),
        ("2026/", "2026-01-01", None),
        ("../2024-02", None, "2024-02-29"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2024-02-XX", "2024-02-01", "2024-02-29"),
    ],
)
def test_a_date_lies_between_two_days(text: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(text) == between(earliest, latest)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2024-13", "2023-02-29", "07/02/2024", "Y17000", "2024-02-07T10:00"]
)
def test_a_text_that_is_no_date_is_refused_with_advice(text: str) -> None:
    with pytest.raises(DateError, match="not a date the archive can read: write a day as 2024-02-07"):
        bounds(text)


@pytest.mark.parametrize("text", ["/", "../..", "/..", "../"])
def test_an_interval_without_a_day_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="names no day at all"):
        bounds(text)


def test_an_interval_that_runs_backwards_is_refused() -> None:
    with pytest.raises(DateError, match="ends before it begins"):
        bounds("2024-02-09/2024-02-07")


@given(moments())
def test_every_date_is_dated_and_runs_forwards(text: str) -> None:
    found = bounds(text)

    assert found.is_dated
    assert (found.earliest or date.min) <= (found.latest or date.max)


@given(DAYS, DAYS)
def test_an_interval_contains_its_days_and_overlaps_them(one: date, other: date) -> None:
    first, last = sorted((one, other))
    interval = bounds(f"{first}/{last}")

    for day in (first, last):
        assert interval.contains(bounds(str(day)))
        assert interval.overlaps(bounds(str(day)))


@given(moments(), moments())
def test_to_overlap_is_mutual_and_follows_from_containing(one: str, other: str) -> None:
    a, b = bounds(one), bounds(other)

    assert a.overlaps(b) == b.overlaps(a)
    assert a.overlaps(b) or not a.contains(b)


@pytest.mark.parametrize(
    ("outer", "inner", "contained", "overlapping"),
    [
        ("2024-02", "2024-02-07", True, True),
        ("2024-02-07", "2024-02", False, True),
        ("../2024-02-08", "2024-02-08", True, True),
        ("2024-02-07/..", "2024-02-06", False, False),
        ("2024-02-07", "2024-02-07/..", False, True),
    ],
)
def test_open_ends_reach_without_limit(outer: str, inner: str, contained: bool, overlapping: bool) -> None:
    assert bounds(outer).contains(bounds(inner)) is contained
    assert bounds(outer).overlaps(bounds(inner)) is overlapping


@given(DAYS, DAYS)
def test_a_day_may_be_on_or_before_another_exactly_if_it_is(one: date, other: date) -> None:
    assert may_be_on_or_before(str(one), other) is (one <= other)


def test_a_date_of_two_days_may_be_its_earlier_one() -> None:
    assert may_be_on_or_before("[2024-02-07,2024-02-08]", date(2024, 2, 7))


def test_a_date_with_an_open_start_may_be_before_any_day() -> None:
    assert may_be_on_or_before("../2024-02-08", date(1900, 1, 1))


def test_no_bounds_at_all_are_undated() -> None:
    assert not Bounds(None, None).is_dated
