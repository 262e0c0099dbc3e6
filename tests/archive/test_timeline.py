"""Days, months and years as the places of a timeline."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.timeline import FEWEST, MOST, Period, period_of, periods, unit_for
from archive.vocabulary import Unit

DAY = date(2024, 2, 7)
units = st.sampled_from(Unit)
dates = st.dates()


@pytest.mark.parametrize(
    ("last", "unit"),
    [(date(2024, 4, 30), Unit.DAY), (date(2030, 1, 1), Unit.MONTH), (date(2044, 1, 1), Unit.YEAR)],
)
def test_the_longer_the_span_the_larger_the_unit(last: date, unit: Unit) -> None:
    assert unit_for(DAY, last) is unit


@pytest.mark.parametrize(
    ("unit", "last", "name", "text"),
    [
        (Unit.DAY, DAY, "2024-02-07", "7 February 2024"),
        (Unit.MONTH, date(2024, 2, 29), "2024-02", "February 2024"),
        (Unit.YEAR, date(2024, 12, 31), "2024", "2024"),
    ],
)
def test_a_period_has_a_last_day_and_a_name(unit: Unit, last: date, name: str, text: str) -> None:
    found = period_of(unit, DAY)

    assert (found.last, found.name, found.text) == (last, name, text)


@given(units, dates)
def test_a_day_lies_in_its_period(unit: Unit, day: date) -> None:
    found = period_of(unit, day)

    assert found.first <= day <= found.last


@given(units, dates, dates)
def test_periods_follow_one_another_and_hold_the_last_day(unit: Unit, one: date, other: date) -> None:
    first, last = sorted([one, other])
    found = periods(unit, first, last)

    assert all(before.last + timedelta(1) == after.first for before, after in itertools.pairwise(found))
    assert any(each.first <= last <= each.last for each in found)
    assert 1 <= len(found) <= MOST


@given(units, st.dates(date(1000, 1, 1), date(3000, 1, 1)))
def test_a_single_day_has_others_around_it(unit: Unit, day: date) -> None:
    found = periods(unit, day, day)

    assert len(found) == FEWEST
    assert found[0].last < day < found[-1].first


def test_where_there_are_too_many_the_latest_are_shown() -> None:
    found = periods(Unit.DAY, date(1990, 1, 1), DAY)

    assert (len(found), found[-1]) == (MOST, Period(Unit.DAY, DAY))


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("unit", Unit)
def test_the_calendar_ends(unit: Unit, day: date) -> None:
    found = periods(unit, day, day)

    assert found[0].first >= date.min
    assert found[-1].last <= date.max
