"""Whether a source says what it is quoted with, as its stored copies show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from archive.vocabulary import QuoteState
from sources.captures.quotes import Searched


class Copy(NamedTuple):
    """A stored copy. `is_typed`: an editor entered it as text, and maybe a part alone."""

    day: date
    text: str
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """`on`: the day of the copy since which it is so, with no copy between that shows otherwise."""

    state: QuoteState
    on: date


def checked(quotes: Iterable[str], copies: Iterable[Copy]) -> dict[str, Checked]:
    """What the copies, of which the newest comes first, say of each quote; nothing where there is no copy.

    What was fetched or uploaded shows both that a source says something and that it does not. A text that an
    editor typed shows the first alone: that it lacks a quote is told only where nothing else is known.

    No more copies are read than are needed, and each of them once.
    """
    found: dict[str, Checked] = {}
    unproven: dict[str, Checked] = {}
    unsettled = set(quotes)
    for copy in copies:
        searched = Searched(copy.text)
        for quote in list(unsettled):
            says = searched.find(quote) is not None
            if copy.is_typed and not says:
                unproven[quote] = Checked(QuoteState.NOT_FOUND, copy.day)
                continue
            found[quote], is_settled = _seen(found.get(quote), says, copy.day)
            if is_settled:
                unsettled.remove(quote)
        if not unsettled:
            break
    return unproven | found


def _seen(so_far: Checked | None, says: bool, day: date) -> tuple[Checked, bool]:
    """What is known with the next older copy, and whether still older ones change nothing of it."""
    if so_far is None:
        return Checked(QuoteState.VERIFIED if says else QuoteState.NOT_FOUND, day), False
    if says is (so_far.state is QuoteState.VERIFIED):
        return Checked(so_far.state, day), False
    return (Checked(QuoteState.GONE, so_far.on) if says else so_far), True
