"""Days and times of day, where a sentence about an attack states them in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from archive.vocabulary import Property
from incidents.importers.parsing.written import written_date
from incidents.proposals.deeds import Told, is_about_an_attack, names_an_attack
from incidents.proposals.tables.speakers import SAYING
from incidents.proposals.tables.things import MONTHS, WEEKDAYS

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH})\.?,?\s+\d{{4}}|(?:{MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})\b",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?P<about>\b(?:about|around|approximately|roughly|nearly)\s+)?"
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?m\b\.?)?(?![\d:%])",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    rf"\b(?P<on>(?:(?:late|early|last) )?on (?:the )?)?(?P<day>{'|'.join(WEEKDAYS)})\b(?P<of>['’]s\b)?",
    re.IGNORECASE,
)
#: Behind these words a day is when it was said, or is no day of one deed.
NOT_THEN = re.compile(
    rf"(?:\b(?:{'|'.join(SAYING)}|told|statement|reporters|journalists|tweet|tweeted|wrote)\b[^,;:]{{0,40}}"
    r"|\b(?:every|each|next|this coming|until|till|by|since|from|between|before)\s+)$",
    re.IGNORECASE,
)
#: What is done on a day long after the deed, or to come.
LATER = re.compile(
    r"\b(?:died of|succumb\w*|rose|risen|climb\w*|arrest\w*|detain\w*|buried|funerals?|condemn\w*|visit\w*"
    r"|protest\w*|tolls?|claimed responsibility|will|was to|due|court|strike)\b",
    re.IGNORECASE,
)
#: “Friday prayers”, “Sunday school”.
NOT_A_DAY = re.compile(r"\s+(?:prayers?|sermons?|mass|school|service|market|times)\b", re.IGNORECASE)
NOT_A_TIME = re.compile(r"\s*(?:kg|km|million|per|billion|kilo|met)", re.IGNORECASE)


def days(text: str, start: int, end: int) -> Iterator[Told]:
    """The days of a sentence about an attack, as EDTF."""
    if not is_about_an_attack(text[start:end]):
        return
    for found in DAY.finditer(text, start, end):
        if date := written_date(found[0]):
            yield Told(found.start(), found.end(), Property.DATE, date, f"“{found[0]}” is a whole day.")


def weekdays(text: str, start: int, end: int, published: date | None) -> Iterator[Told]:
    """“On Wednesday”, “Wednesday’s blast”: the last such day on or before the one of publication."""
    if published is None or not is_about_an_attack(text[start:end]):
        return
    for found in WEEKDAY.finditer(text, start, end):
        if _is_day_of_deed(text, start, end, found):
            day = _last(found["day"].lower(), published)
            why = (
                f"“{found[0].strip()}” is taken as {day}: the last {found['day'].capitalize()} on or before "
                f"{published}, when the source appeared."
            )
            yield Told(found.start("day"), found.end("day"), Property.DATE, str(day), why)


def _is_day_of_deed(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    if found["of"]:
        return names_an_attack(text, found.end())
    clause = _clause(text, start, end, found)
    return not (
        NOT_THEN.search(text, start, found.start())
        or NOT_A_DAY.match(text, found.end())
        or LATER.search(clause)
    ) and (bool(found["on"]) or is_about_an_attack(clause))


def _clause(text: str, start: int, end: int, found: re.Match[str]) -> str:
    begin = max(text.rfind(sign, start, found.start()) for sign in ",;:") + 1
    stops = [place for sign in ",;:" if (place := text.find(sign, found.end(), end)) >= 0]
    return text[max(begin, start) : min(stops, default=end)]


def _last(weekday: str, published: date) -> date:
    return published - timedelta(days=(published.weekday() - WEEKDAYS.index(weekday)) % 7)


def times(text: str, start: int, end: int) -> Iterator[Told]:
    """The times of day of a sentence about an attack, as 09:05; “about” stays in the words."""
    if not is_about_an_attack(text[start:end]):
        return
    for found in CLOCK.finditer(text, start, end):
        if clock := _clock(found, text):
            yield Told(found.start(), found.end(), Property.TIME, clock, f"“{found[0]}” is a time of day.")


def _clock(found: re.Match[str], text: str) -> str:
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    with_colon = found["minute"] and text[found.end("hour")] == ":"
    if (not half and not with_colon) or NOT_A_TIME.match(text, found.end()):
        return ""
    if half and not 1 <= hour <= 12:
        return ""
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02d}:{found['minute'] or '00'}"
