"""Whether a source says what it is quoted with, as its stored copies show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from archive.vocabulary import QuoteState
from sources.captures.quotes import find

#: A stored copy: its day, and its text.
Copy = tuple[date, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """`on`: the day of the copy since which it is so, with no copy between that shows otherwise."""

    state: QuoteState
    on: date


def checked(quote: str, copies: Iterable[Copy]) -> Checked | None:
    """What the copies, of which the newest comes first, say of the quote; None where there is no copy."""
    seen = ((day, find(quote, text) is not None) for day, text in copies)
    newest = next(seen, None)
    if newest is None:
        return None
    day, found = newest
    return _verified(day, seen) if found else _missing(day, seen)


def _verified(day: date, older: Iterator[tuple[date, bool]]) -> Checked:
    for before, found in older:
        if not found:
            break
        day = before
    return Checked(QuoteState.VERIFIED, day)


def _missing(day: date, older: Iterator[tuple[date, bool]]) -> Checked:
    for before, found in older:
        if found:
            return Checked(QuoteState.GONE, day)
        day = before
    return Checked(QuoteState.NOT_FOUND, day)
