"""Days and times as articles write them, in EDTF. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mwparserfromhell.wikicode import Wikicode

from archive.dates import DateError, bounds
from incidents.importers.formats.wikipedia.markup import name_of, positional, shown

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DASH = r"\s*(?:–|—|-|to|and)\s*"
#: “7 February 2024”, “7–9 February 2024”, “February 7, 2024”, “February 7–9, 2024”, “February 2024”, “2024”.
FORMS = (
    re.compile(
        rf"(?i)(?P<day>\d\d?)(?:{DASH}(?P<last>\d\d?))?\s+(?P<month>{MONTH})\.?,?\s+(?P<year>\d{{4}})\b"
    ),
    re.compile(
        rf"(?i)(?P<month>{MONTH})\.?\s+(?P<day>\d\d?)(?:{DASH}(?P<last>\d\d?))?,?\s+(?P<year>\d{{4}})\b"
    ),
    re.compile(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"(?i)(?P<month>{MONTH})\.?,?\s+(?P<year>\d{{4}})\b"),
    re.compile(r"(?P<year>\d{4})\b"),
)
WEEKDAY = re.compile(r"(?i)^\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+")
STARTS = frozenset({"start date", "start date and age", "start-date", "dts", "date"})
ENDS = frozenset({"end date", "end date and age", "end-date"})
CLOCK = re.compile(
    r"(?i)^(?P<about>(?:c\.|ca\.|circa|about|around|approximately|~)\s*)?"
    r"(?P<hour>\d\d?)[:.](?P<minute>\d\d)\s*(?P<half>[ap]\.?m\b)?"
)


def read_day(text: str) -> str:
    """EDTF of a date in words, at the text's beginning; empty where none is understood."""
    plain = WEEKDAY.sub("", text.strip())
    if plain and _valid(plain) and re.fullmatch(r"[\d-]+", plain):
        return plain
    for form in FORMS:
        if found := form.match(plain):
            return _valid(_edtf(found.groupdict()))
    return ""


def date_of(code: Wikicode) -> str:
    """EDTF of a date as a template or in words; empty where none is understood."""
    first, last = _template_date(code, STARTS), _template_date(code, ENDS)
    if first and last and first != last:
        return _valid(f"{first}/{last}")
    return first or read_day(" ".join(shown(code).split()))


def clock_of(text: str) -> tuple[str, bool] | None:
    """The time of day as hours and minutes, and whether it is approximate; None where none is understood."""
    found = CLOCK.match(text)
    if not found or int(found["minute"]) > 59:
        return None
    hour = int(found["hour"])
    if found["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    return (f"{hour:02d}:{found['minute']}", bool(found["about"])) if hour <= 23 else None


def _template_date(code: Wikicode, names: frozenset[str]) -> str:
    for template in code.filter_templates():
        if name_of(template) in names:
            return _of_parts([shown(value).strip() for value in positional(template)])
    return ""


def _of_parts(parts: Sequence[str]) -> str:
    """EDTF of year, month and day as a template's values; or of one value that holds them in words."""
    numbers = [int(part) for part in parts[:3] if part.isdecimal()]
    if not numbers or (len(parts) == 1 and not parts[0].isdecimal()):
        return read_day(parts[0]) if parts else ""
    return _valid("-".join([f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:])]))


def _edtf(found: dict[str, str | None]) -> str:
    month = found.get("number") or (
        f"{MONTHS[str(found['month']).lower()]:02d}" if found.get("month") else ""
    )
    days = [found.get("day"), found.get("last")]
    whole = [
        "-".join(filter(None, (found["year"], month, f"{int(day):02d}" if day else "")))
        for day in days
        if day
    ]
    return "/".join(whole) or "-".join(filter(None, (found["year"], month)))


def _valid(text: str) -> str:
    try:
        bounds(text)
    except DateError:
        return ""
    return text
