"""Dates as sources give them."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from archive.dates import Bounds, DateError, bounds
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
def test_an_interval_contains_its_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    interval = bounds(f"{first}/{last}")

    for day in (first, last):
        assert interval.contains(bounds(str(day)))


@pytest.mark.parametrize(
    ("outer", "inner", "contained"),
    [
        ("2024-02", "2024-02-07", True),
        ("2024-02-07", "2024-02", False),
        ("../2024-02-08", "2024-02-08", True),
        ("2024-02-07/..", "2024-02-06", False),
        ("2024-02-07", "2024-02-07/..", False),
    ],
)
def test_open_ends_reach_without_limit(outer: str, inner: str, contained: bool) -> None:
    assert bounds(outer).contains(bounds(inner)) is contained


@pytest.mark.parametrize("text", ["[2024-02-08..2024-02-07]", "{2024-02-08..2024-02-07}", "2024-02/2024-01"])
def test_a_date_that_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="ends before it begins"):
        bounds(text)


@pytest.mark.parametrize("text", ["Y17000000214", "Y3388E39", "-2024-02-07"])
def test_a_year_outside_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="is not a date the archive can read"):
        bounds(text)


def test_no_bounds_at_all_are_undated() -> None:
    assert not Bounds(None, None).is_dated


@given(st.dates())
def test_a_plain_day_is_read_as_the_grammar_reads_it(day: date) -> None:
    parsed = parse_edtf(day.isoformat())
    assert bounds(day.isoformat()) == Bounds(
        date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    )
