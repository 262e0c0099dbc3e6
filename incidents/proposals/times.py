"""Words of a sentence that speak of another time than that of the incident it is read beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from archive.dates import Bounds, DateError, bounds
from incidents.importers.parsing.written import MONTHS as NUMBERED
from incidents.proposals.deeds import names_an_attack
from incidents.proposals.shapes import Setting
from incidents.proposals.tables import times as table
from incidents.proposals.tables.things import MONTHS

#: Sources that differ by so few days speak of the same event.
NEAR = timedelta(days=3)
#: After so long, what a sentence dates is another event.
LATE = timedelta(days=31)
#: About how many days each takes.
DAYS = {"week": 7, "month": 31, "year": 366, "decade": 3660}

_MONTH = "|".join(month.capitalize() for month in sorted(MONTHS, key=len, reverse=True))
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATED = re.compile(
    rf"\b(?:(?P<day>{_DAY}) (?P<day_month>{_MONTH})|(?P<month_day>{_MONTH})\.? (?P<day_after>{_DAY})(?!\d)"
    rf"|(?P<month>{_MONTH}))\b\.?(?:,? (?P<of>(?:19|20)\d\d)\b)?|\b(?P<year>(?:19|20)\d\d)\b(?![,.]\d)"
)
LAST = re.compile(r"\blast (?P<unit>week|month|year)\b", re.IGNORECASE)
AGO = re.compile(rf"\b(?P<count>{table.COUNT}) (?P<unit>week|month|year|decade)s? ago\b", re.IGNORECASE)
EARLIER = re.compile(rf"\b(?:{'|'.join(table.EARLIER)})", re.IGNORECASE)
BEFORE_YEAR = re.compile(table.BEFORE_YEAR, re.IGNORECASE)
BEFORE_MONTH = re.compile(table.BEFORE_MONTH, re.IGNORECASE)
AFTERMATH = re.compile(table.AFTERMATH, re.IGNORECASE)


def other_times(sentence: str, setting: Setting) -> Iterator[re.Match[str]]:
    """The words that speak of another time, in no order. Where the incident's days are not known, fewer."""
    yield from EARLIER.finditer(sentence)
    yield from (found for found in LAST.finditer(sentence) if _is_other_last(found, setting))
    yield from (found for found in AGO.finditer(sentence) if _is_other_ago(found, setting))
    yield from (found for found in DATED.finditer(sentence) if _is_other_date(found, setting))


def _is_other_last(found: re.Match[str], setting: Setting) -> bool:
    if setting.published is None or not setting.days.is_dated:
        return not found.start() and found.string[found.end() : found.end() + 1] == ","
    return _is_other(_last(found["unit"].lower(), setting.published), setting.days)


def _last(unit: str, published: date) -> Bounds:
    """The days of the calendar's week, month or year before that of a day."""
    if unit == "year":
        return bounds(str(published.year - 1))
    if unit == "month":
        return bounds((published.replace(day=1) - timedelta(days=1)).strftime("%Y-%m"))
    monday = published - timedelta(days=published.weekday() + 7)
    return Bounds(monday, monday + timedelta(days=6))


def _is_other_ago(found: re.Match[str], setting: Setting) -> bool:
    days = DAYS[found["unit"].lower()]
    if setting.published is None or not setting.days.is_dated:
        return days > DAYS["month"]
    count = _count(found["count"].lower())
    first = setting.published - timedelta(days=days * (count or 2) + days // 2)
    last = setting.published - timedelta(days=days * (count or 2) - days // 2)
    return _is_other(Bounds(first if count else None, last), setting.days)


def _count(words: str) -> int | None:
    """A number in digits or as a word; None where it is not said."""
    return int(words) if words.isdecimal() else table.NUMBERS.get(words)


def _is_other_date(found: re.Match[str], setting: Setting) -> bool:
    if not setting.days.is_dated or not _is_a_date(found):
        return False
    days = _days(found, setting)
    return days is not None and _is_other(days, setting.days, is_late=not AFTERMATH.search(found.string))


def _is_a_date(found: re.Match[str]) -> bool:
    """Whether a number alone is a year, and a month alone one: “may” and “march” are words."""
    before = found.string[: found.start()]
    if found["year"]:
        return bool(BEFORE_YEAR.search(before)) or names_an_attack(found.string, found.end())
    return not found["month"] or bool(found["of"]) or bool(BEFORE_MONTH.search(before))


def _days(found: re.Match[str], setting: Setting) -> Bounds | None:
    """The days that the words can mean: without a year, the last such before the text was published."""
    if found["year"]:
        return bounds(found["year"])
    name = found["day_month"] or found["month_day"] or found["month"]
    number = re.match(r"\d+", found["day"] or found["day_after"] or "")
    tail = f"-{NUMBERED[name.lower()]:02d}" + (f"-{int(number[0]):02d}" if number else "")
    try:
        return bounds(found["of"] + tail) if found["of"] else _newest(tail, setting)
    except DateError:
        return None


def _newest(tail: str, setting: Setting) -> Bounds:
    latest = setting.published or (setting.days.latest or date.max - LATE) + LATE
    days = bounds(f"{latest.year}{tail}")
    return days if days.earliest and days.earliest <= latest else bounds(f"{latest.year - 1}{tail}")


def _is_other(days: Bounds, own: Bounds, *, is_late: bool = True) -> bool:
    """Whether the days are clearly before those of the incident, or, if that counts, long after them."""
    before = days.latest and own.earliest and days.latest + NEAR < own.earliest
    after = days.earliest and own.latest and own.latest + LATE < days.earliest
    return bool(before or (is_late and after))
