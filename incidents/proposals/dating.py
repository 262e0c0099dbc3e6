"""Days and times of day, where a sentence about an attack states them in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.vocabulary import Property
from incidents.importers.parsing.written import written_date
from incidents.proposals.deeds import Told, is_about_an_attack
from incidents.proposals.tables.things import MONTHS

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
NOT_A_TIME = re.compile(r"\s*(?:kg|km|million|per|billion|kilo|met)", re.IGNORECASE)


def days(text: str, start: int, end: int) -> Iterator[Told]:
    """The days of a sentence about an attack, as EDTF."""
    if not is_about_an_attack(text[start:end]):
        return
    for found in DAY.finditer(text, start, end):
        if date := written_date(found[0]):
            yield Told(found.start(), found.end(), Property.DATE, date, f"“{found[0]}” is a whole day.")


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
