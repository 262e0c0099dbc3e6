"""Dates and times in words. A date whose form is not known here is given as its EDTF text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import wrap

from archive.record import Attack, Time
from archive.wording.lists import listed

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
#: How many letters a line beneath a chart holds.
NARROW = 8
DOUBTS = {"": "", "~": "about ", "?": "possibly ", "%": "possibly about "}

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
    for month in MONTHS:
        words = words.replace(month, month[:3])
    return tuple(wrap(words, NARROW))


def _date(edtf: str) -> str:
    if found := DATE.fullmatch(edtf):
        year, month, day, doubt = found.groups()
        if words := _day(year, month, day):
            return DOUBTS[doubt] + words
    return _unspecified(edtf) or edtf


def _day(year: str, month: str | None, day: str | None) -> str | None:
    if month is None:
        return year
    if month in SEASONS:
        return f"{SEASONS[month]} {year}"
    if not 1 <= int(month) <= 12:
        return None
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}" if day else f"{MONTHS[int(month) - 1]} {year}"


def _unspecified(edtf: str) -> str | None:
    if found := UNSPECIFIED.fullmatch(edtf):
        year, month = found.groups()
        return f"{_day(year, month, None)}, day not known" if month else f"{year}, day and month not known"
    if (found := YEARS.fullmatch(edtf)) and len(edtf) == 4:
        digits, unknown = found.groups()
        if len(unknown) == 1:
            return f"the {digits}0s"
        return f"between {digits}00 and {digits}99"
    return None


def _interval(start: str, end: str) -> str:
    match start, end:
        case _, "..":
            return f"{_date(start)} or later"
        case "..", _:
            return f"{_date(end)} or earlier"
        case _, "":
            return f"from {_date(start)}, end not known"
        case "", _:
            return f"until {_date(end)}, start not known"
    return _date(start) if start == end else _shared([_date(start), _date(end)], "to")


def _set(edtf: str) -> str:
    last = "or" if edtf[0] == "[" else "and"
    parts = [part.strip() for part in edtf[1:-1].split(",")]
    if not any(".." in part for part in parts):
        return _shared([_date(part) for part in parts], last)
    if len(parts) > 1 or not all(parts[0].split("..")):
        return edtf
    days = _shared([_date(day) for day in parts[0].split("..")], "to")
    return f"some time from {days}" if last == "or" else days


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
    about = "about " if time.approximate else ""
    if time.minutes is None:
        return f"{about}{time.clock}"
    labels = {attack.number: attack.label for attack in attacks}
    other = labels.get(time.after_attack or 0, f"attack {time.after_attack}")
    if time.minutes == 0:
        return f"{about}at the same time as {other}"
    return f"{about}{_duration(abs(time.minutes))} {'after' if time.minutes > 0 else 'before'} {other}"


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    words = [_counted(hours, "hour"), _counted(rest, "minute")]
    return " ".join(word for word in words if word)


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}" if number else ""
