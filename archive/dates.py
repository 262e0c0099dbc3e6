"""Dates as the sources give them: EDTF text, with the earliest and the latest day it can mean.

The grammar is the Extended Date/Time Format of ISO 8601-2 (https://www.loc.gov/standards/datetime/),
read by the `edtf` library. That library pads an open or unknown end of an interval with ten years or an
infinity; here such an end is `None`, because the archive must not invent a bound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

OPEN_ENDS = ("", "..")
#: What most dates are. The library's grammar takes milliseconds for each, and an import meets many thousands.
PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DateError(ValueError):
    """The text is not an EDTF date that the archive can place between two days."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day that a date can mean; `None` where it is open or unknown."""

    earliest: date | None
    latest: date | None

    @property
    def is_dated(self) -> bool:
        """Whether at least one end is known."""
        return self != Bounds(None, None)

    def contains(self, other: Bounds) -> bool:
        """Whether every day that `other` can mean is one of these."""
        return _first(self) <= _first(other) and _last(other) <= _last(self)


def _first(days: Bounds) -> date:
    return days.earliest or date.min


def _last(days: Bounds) -> date:
    return days.latest or date.max


@lru_cache(maxsize=4096)
def bounds(text: str) -> Bounds:
    """The days between which the EDTF `text` lies. Raises DateError."""
    found = _bounds(text)
    if found.earliest and found.latest and found.earliest > found.latest:
        raise DateError(f"“{text}” ends before it begins.")
    return found


def _bounds(text: str) -> Bounds:
    start, slash, end = text.partition("/")
    if not slash:
        return Bounds(*_days(text))
    if start in OPEN_ENDS and end in OPEN_ENDS:
        raise DateError(f"“{text}” names no day at all; leave the date empty instead.")
    return Bounds(_end(start, 0), _end(end, 1))


def _end(text: str, side: int) -> date | None:
    return None if text in OPEN_ENDS else _days(text)[side]


def _days(text: str) -> tuple[date, date]:
    try:
        if PLAIN_DAY.fullmatch(text):
            return date.fromisoformat(text), date.fromisoformat(text)
        parsed = parse_edtf(text)
        first, last = parsed.lower_strict(), parsed.upper_strict()
        return date(*first[:3]), date(*last[:3])
    except (EDTFParseException, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise DateError(
            f"“{text}” is not a date the archive can read: write a day as 2024-02-07, a month as 2024-02, "
            "a year as 2024, one of two days as [2024-02-07,2024-02-08], "
            "an interval as 2024-02-07/2024-02-09."
        ) from error
