"""Stretches of the calendar by their names: “2024-02-07”, “2024-W06”, “2024-02”, “2024”."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from archive.statistics.words import Interval

LENGTHS = {10: Interval.DAY, 7: Interval.MONTH, 4: Interval.YEAR}
FORM = re.compile(
    r"(?!0000)[0-9]{4}(-W(0[1-9]|[1-4][0-9]|5[0-3])|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
)
NONE_AT_ALL = "It has no date, or none that lies within one year."
NO_WEEK = "It has no date, or none that lies within one week."


class BadPeriod(ValueError):
    """The text names no stretch of the calendar; the message says what to write."""


class Standing(NamedTuple):
    """Where an incident stands in the calendar: in `period`; or, where its date is wider, within `within`.

    Both are None where no year holds its date. `reason`: why there is no period.
    """

    period: str | None
    within: str | None
    reason: str


def standing(text: str, interval: Interval) -> Standing:
    """Where the text puts an incident: the interval's own name, or that of the next larger one.

    Of a week the text is its Monday. It is empty where nothing holds the date.
    """
    if interval is Interval.WEEK:
        return Standing(_week(text), None, "") if text else Standing(None, None, NO_WEEK)
    if not text:
        return Standing(None, None, NONE_AT_ALL)
    if LENGTHS[len(text)] is interval:
        return Standing(text, None, "")
    return Standing(None, text, f"Its date lies within {text}, and tells no single {interval}.")


def _week(monday: str) -> str:
    year, week, _ = date.fromisoformat(monday).isocalendar()
    return f"{year:04}-W{week:02}"


def parameters_of(where: Standing, interval: Interval) -> Mapping[str, str]:
    """What a list of incidents is asked for to hold those that stand there, by `period` and `wider_than`."""
    if where.period:
        return {"period": where.period}
    if where.within:
        below = Interval.DAY if LENGTHS[len(where.within)] is Interval.MONTH else Interval.MONTH
        return {"period": where.within, "wider_than": str(below)}
    return {"wider_than": str(Interval.WEEK if interval is Interval.WEEK else Interval.YEAR)}


def days_of(period: str) -> tuple[date, date]:
    """The first and the last day of the period. Raises BadPeriod."""
    try:
        if FORM.fullmatch(period):
            return _days(period)
    except (ValueError, OverflowError):
        pass
    raise BadPeriod("Give a year, month, week or day, as 2024, 2024-02, 2024-W06 or 2024-02-07.")


def _days(period: str) -> tuple[date, date]:
    year = int(period[:4])
    if "W" in period:
        monday = date.fromisocalendar(year, int(period[6:]), 1)
        return monday, monday + timedelta(days=6)
    if len(period) == 4:
        return date(year, 1, 1), date(year, 12, 31)
    if len(period) == 7:
        month = int(period[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(period), date.fromisoformat(period)


def inner(one: str, other: str) -> str | None:
    """The one of two periods that lies within the other; None where neither does."""
    (first, last), (start, end) = days_of(one), days_of(other)
    if start <= first and last <= end:
        return one
    return other if first <= start and end <= last else None
