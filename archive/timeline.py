"""Days, months and years as the places of a timeline. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from archive.vocabulary import Unit
from archive.wording import date_text

#: How many places a timeline has at least and at most.
FEWEST, MOST = 12, 400
#: Spans up to so many days are shown by day; up to so many days, by month; longer ones by year.
BY_DAY, BY_MONTH = 92, 366 * 12
#: How much of a day, written as 2024-02-07, names its unit.
LENGTHS = {Unit.DAY: 10, Unit.MONTH: 7, Unit.YEAR: 4}


@dataclass(frozen=True, slots=True)
class Period:
    """One unit of the calendar, by its first day."""

    unit: Unit
    first: date

    @property
    def last(self) -> date:
        match self.unit:
            case Unit.DAY:
                return self.first
            case Unit.MONTH:
                return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])
            case _:
                return self.first.replace(month=12, day=31)

    @property
    def name(self) -> str:
        """“2024-02-07”, “2024-02”, “2024”."""
        return self.first.isoformat()[: LENGTHS[self.unit]]

    @property
    def text(self) -> str:
        return date_text(self.name)

    def following(self) -> Period | None:
        """None after the calendar's last."""
        return None if self.last == date.max else Period(self.unit, self.last + timedelta(1))

    def preceding(self) -> Period | None:
        """None before the calendar's first."""
        return None if self.first == date.min else period_of(self.unit, self.first - timedelta(1))


def unit_for(first: date, last: date) -> Unit:
    """By what to show what lies between the two days."""
    days = (last - first).days
    if days <= BY_DAY:
        return Unit.DAY
    return Unit.MONTH if days <= BY_MONTH else Unit.YEAR


def period_of(unit: Unit, day: date) -> Period:
    """The unit in which the day lies."""
    if unit is Unit.DAY:
        return Period(unit, day)
    return Period(unit, day.replace(day=1) if unit is Unit.MONTH else day.replace(month=1, day=1))


def periods(unit: Unit, first: date, last: date) -> tuple[Period, ...]:
    """Every unit from that of the first day to that of the last: the latest `MOST`, and `FEWEST` at least."""
    found = list(_backwards(period_of(unit, last), period_of(unit, first)))[::-1]
    while len(found) < FEWEST and (more := found[-1].following()):
        found.append(more)
        if len(found) < FEWEST and (before := found[0].preceding()):
            found.insert(0, before)
    return tuple(found)


def _backwards(here: Period | None, first: Period) -> Iterator[Period]:
    for _ in range(MOST):
        if here is None or here.first < first.first:
            return
        yield here
        here = here.preceding()
