"""Stretches of a sentence that speak of another event than the one that their text is read for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incidents.proposals.deeds import is_about_an_attack
from incidents.proposals.naming import Named
from incidents.proposals.placing import is_where
from incidents.proposals.shapes import Setting
from incidents.proposals.tables import times as table
from incidents.proposals.tables.things import WEEKDAYS
from incidents.proposals.times import other_times

TURNING = re.compile(rf"\s*(?:{'|'.join(table.TURNING)})(?=\W)", re.IGNORECASE)
AFTER_ANOTHER = re.compile(rf"\b(?:{'|'.join(table.AFTER_ANOTHER)})", re.IGNORECASE)
SINCE = re.compile(rf"{table.MOST}[^.;]*?\b(since\b)", re.IGNORECASE)
#: Where a clause ends.
BOUND = re.compile(r",(?!\d)|[;:()“”\"]| [-–—] ")
LIFE = re.compile(rf"\b{table.LIFE}\b[^,;]{{0,20}}$", re.IGNORECASE)
#: By what a sentence keeps to its own event, before it speaks of another one.
ANCHOR = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}|today|yesterday)\b", re.IGNORECASE)
#: So many characters beside a day make no clause of their own.
LITTLE = 12


@dataclass(frozen=True)
class Away:
    """From one place of a text to another, another event is told of; `why` says by which words."""

    start: int
    end: int
    why: str


def away(text: str, start: int, end: int, names: Sequence[Named], setting: Setting) -> list[Away]:
    """The stretches of one sentence that turn elsewhere; `names` are those that the text holds."""
    sentence = text[start:end]
    if turn := turns_elsewhere(sentence):
        return [Away(start, end, f"“{turn}” turns to another event: it is proposed as context.")]
    found = [*_after_another(sentence), *_at_other_times(sentence, setting)]
    moved = [Away(start + one.start, start + one.end, one.why) for one in found]
    return [*moved, *_at_another_place(text, start, end, names, setting)]


def turns_elsewhere(sentence: str) -> str:
    """The words by which a sentence as a whole turns to another event; empty where it does not."""
    found = TURNING.match(sentence)
    return found[0].strip() if found else ""


def _after_another(sentence: str) -> Iterator[Away]:
    for found in AFTER_ANOTHER.finditer(sentence):
        words = found[0].strip()
        why = f"“{words}” leads to an earlier event: it is proposed as context."
        yield Away(found.end(), len(sentence), why)


def _at_other_times(sentence: str, setting: Setting) -> Iterator[Away]:
    for found in other_times(sentence, setting):
        room = _room(sentence, found)
        if room:
            why = f"“{found[0]}” is another time than the incident’s: it is proposed as context."
            yield Away(*room, why)


def _room(sentence: str, found: re.Match[str]) -> tuple[int, int] | None:
    """How much of a sentence the words for a time speak for; None where they date no event."""
    since = SINCE.search(sentence, 0, found.end())
    if since:
        return since.start(1), len(sentence)
    start, end = _clause(sentence, found)
    if LIFE.search(sentence, start, found.start()):
        return None
    if end - start <= found.end() - found.start() + LITTLE:
        return 0, len(sentence)
    if not is_about_an_attack(sentence[start:end]):
        return None
    if start > 0:
        return start, end
    own = ANCHOR.search(sentence, end)
    begin = found.start() if ANCHOR.search(sentence, 0, found.start()) else 0
    return begin, own.start() if own else len(sentence)


def _clause(sentence: str, found: re.Match[str]) -> tuple[int, int]:
    bounds = list(BOUND.finditer(sentence))
    start = max((one.end() for one in bounds if one.end() <= found.start()), default=0)
    return start, min((one.start() for one in bounds if one.start() >= found.end()), default=len(sentence))


def _at_another_place(
    text: str, start: int, end: int, names: Sequence[Named], setting: Setting
) -> Iterator[Away]:
    """A sentence whose deed was at another place, where it names none of the incident's own."""
    here = [one for one in names if one.kind == "place" and start <= one.start and one.end <= end]
    if not setting.places or any(setting.is_own(one.key) for one in here):
        return
    for one in here:
        if one.key not in setting.wider and is_where(text, start, end, one):
            words = text[one.start : one.end]
            why = f"“{words}” is another place than the incident’s own: it is proposed as context."
            yield Away(start, end, why)
            return
