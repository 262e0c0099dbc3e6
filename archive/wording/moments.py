"""Dates and times in words. A date whose form is not known here is given as its EDTF text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import wrap

from archive.language import gettext, marked, ngettext
from archive.record import Attack, Time
from archive.wording.lists import listed

MONTHS = (
    marked("January"),
    marked("February"),
    marked("March"),
    marked("April"),
    marked("May"),
    marked("June"),
    marked("July"),
    marked("August"),
    marked("September"),
    marked("October"),
    marked("November"),
    marked("December"),
)
SEASONS = {
    "21": marked("spring {year}"),
    "22": marked("summer {year}"),
    "23": marked("autumn {year}"),
    "24": marked("winter {year}"),
}
#: How many letters a line beneath a chart holds.
NARROW = 8
DOUBTS = {
    "~": marked("about {date}"),
    "?": marked("possibly {date}"),
    "%": marked("possibly about {date}"),
}

DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
UNSPECIFIED = re.compile(r"(\d{4})-(?:(\d\d)-XX|XX|XX-XX)")
YEARS = re.compile(r"(\d{2,3})(XX?)")


def date_text(edtf: str) -> str:
    """“7 February 2024”, “7 or 8 February 2024”, “about 2018”, “2026 or later”."""
    if edtf[:1] in ("[", "{"):
        return _set(edtf)
    if "/" in edtf:
        return _interval(*edtf.split("/", 1))
    return _date(edtf)


def short_date(edtf: str) -> tuple[str, ...]:
    """The date in narrow lines, for beneath a chart: “13 Jul”, “2018”."""
    words = date_text(edtf)
    for month in map(gettext, MONTHS):
        words = words.replace(month, _short(month))
    return tuple(wrap(words, NARROW))


def _short(month: str) -> str:
    """“Feb”; in Arabic script, where letters join, a name is not cut."""
    return month[:3] if month.isascii() else month


def _date(edtf: str) -> str:
    if found := DATE.fullmatch(edtf):
        year, month, day, doubt = found.groups()
        if words := _day(year, month, day):
            return gettext(DOUBTS[doubt]).format(date=words) if doubt else words
    return _unspecified(edtf) or edtf


def _day(year: str, month: str | None, day: str | None) -> str | None:
    if month is None:
        return year
    if month in SEASONS:
        return gettext(SEASONS[month]).format(year=year)
    if not 1 <= int(month) <= 12:
        return None
    name = gettext(MONTHS[int(month) - 1])
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def _unspecified(edtf: str) -> str | None:
    if found := UNSPECIFIED.fullmatch(edtf):
        year, month = found.groups()
        if month:
            return gettext("{month}, day not known").format(month=_day(year, month, None))
        return gettext("{year}, day and month not known").format(year=year)
    if (found := YEARS.fullmatch(edtf)) and len(edtf) == 4:
        digits, unknown = found.groups()
        if len(unknown) == 1:
            return gettext("the {decade}s").format(decade=f"{digits}0")
        return gettext("between {first} and {last}").format(first=f"{digits}00", last=f"{digits}99")
    return None


def _interval(start: str, end: str) -> str:
    match start, end:
        case _, "..":
            return gettext("{date} or later").format(date=_date(start))
        case "..", _:
            return gettext("{date} or earlier").format(date=_date(end))
        case _, "":
            return gettext("from {date}, end not known").format(date=_date(start))
        case "", _:
            return gettext("until {date}, start not known").format(date=_date(end))
    return _date(start) if start == end else _shared([_date(start), _date(end)], gettext("to"))


def _set(edtf: str) -> str:
    is_one = edtf[0] == "["
    parts = [part.strip() for part in edtf[1:-1].split(",")]
    if not any(".." in part for part in parts):
        return _shared([_date(part) for part in parts], gettext("or") if is_one else gettext("and"))
    if len(parts) > 1 or not all(parts[0].split("..")):
        return edtf
    days = _shared([_date(day) for day in parts[0].split("..")], gettext("to"))
    return gettext("some time from {days}").format(days=days) if is_one else days


def _shared(dates: Sequence[str], last: str) -> str:
    """The dates in a list; what all share at the end (the month, the year) is said once."""
    words = [date.split() for date in dates]
    shortest = min(len(each) for each in words)
    same = 0
    while same < shortest - 1 and len({each[-1 - same] for each in words}) == 1:
        same += 1
    short = [" ".join(each[: len(each) - same]) for each in words[:-1]]
    return listed([*short, dates[-1]], last)


def time_text(time: Time, attacks: Sequence[Attack] = ()) -> str:
    """“about 14:30”, “1 hour 30 minutes after Pishin”; attacks that are not given go by their number."""
    words = time.clock or "" if time.minutes is None else _apart(time, time.minutes, attacks)
    return gettext("about {time}").format(time=words) if time.approximate else words


def _apart(time: Time, minutes: int, attacks: Sequence[Attack]) -> str:
    labels = {attack.number: attack.label for attack in attacks}
    unnamed = gettext("attack {number}").format(number=time.after_attack)
    other = labels.get(time.after_attack or 0, unnamed)
    if minutes == 0:
        return gettext("at the same time as {attack}").format(attack=other)
    words = gettext("{duration} after {attack}") if minutes > 0 else gettext("{duration} before {attack}")
    return words.format(duration=_duration(abs(minutes)), attack=other)


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    in_hours = ngettext("{number} hour", "{number} hours", hours).format(number=hours) if hours else ""
    in_minutes = ngettext("{number} minute", "{number} minutes", rest).format(number=rest) if rest else ""
    return " ".join(word for word in (in_hours, in_minutes) if word)
