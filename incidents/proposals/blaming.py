"""Who is held responsible, and how: claims, denials, accusations, suspicions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.vocabulary import Attribution
from incidents.proposals.naming import Named
from incidents.proposals.tables.blame import ACTOR, CLAIMING, NOBODY, RULES, UNKNOWN_CLAIMS


@dataclass(frozen=True)
class Blame:
    """An attribution; places are of the text. `actor` is a key, or empty where no such actor is known."""

    start: int
    end: int
    attribution: Attribution
    actor: str
    why: str


def _form(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("ACTOR", ACTOR), re.IGNORECASE)


NOBODY_FORM = re.compile(NOBODY, re.IGNORECASE)
FORMS = tuple((attribution, _form(words), why) for attribution, words, why in RULES)
UNKNOWN = re.compile(UNKNOWN_CLAIMS)
JOINED = re.compile(r"\s*(?:,|and|or|and the|or the|, and the)\s*(?:the\s+)?", re.IGNORECASE)


def blames(text: str, start: int, end: int, actors: Sequence[Named]) -> list[Blame]:
    """The attributions of one sentence; each actor once, by the first rule that fits."""
    here = [actor for actor in actors if start <= actor.start and actor.end <= end]
    masked = _masked(text, start, end, here)
    found = list(_nobody(masked, text, start))
    nobody, known = bool(found), {""}
    for blame in _known(masked, text, start, here):
        if blame.actor not in known and not (nobody and blame.attribution in CLAIMING):
            known.add(blame.actor)
            found.append(blame)
    return found if found else list(_unknown(text, start, end))


def _masked(text: str, start: int, end: int, actors: Sequence[Named]) -> str:
    """The sentence with every letter of an actor's name put as one sign, so that rules see actors only."""
    letters = list(text[start:end])
    for actor in actors:
        letters[actor.start - start : actor.end - start] = "\x00" * (actor.end - actor.start)
    return "".join(letters)


def _nobody(masked: str, text: str, start: int) -> Iterator[Blame]:
    if found := NOBODY_FORM.search(masked):
        words = text[start + found.start() : start + found.end()]
        why = f"“{words}” says that nobody claimed it."
        yield Blame(start + found.start(), start + found.end(), Attribution.NONE_NAMED, "", why)


def _known(masked: str, text: str, start: int, actors: Sequence[Named]) -> Iterator[Blame]:
    for attribution, form, why in FORMS:
        for found in form.finditer(masked):
            for actor in _actors(masked, start, actors, found.start("actor") + start):
                low, high = found.span()
                words = text[start + low : start + high]
                yield Blame(start + low, start + high, attribution, actor.key, f"“{words}”: {why}.")


def _actors(masked: str, start: int, actors: Sequence[Named], at: int) -> Iterator[Named]:
    """The actor named at a place, and those who are named in one breath before it."""
    place = next((number for number, actor in enumerate(actors) if actor.start == at), None)
    while place is not None:
        yield actors[place]
        before = actors[place - 1] if place else None
        between = masked[before.end - start : actors[place].start - start] if before else ""
        place = place - 1 if before and JOINED.fullmatch(between) else None


def _unknown(text: str, start: int, end: int) -> Iterator[Blame]:
    """“The Hizb-e-Example claimed responsibility”: an actor that the archive does not know yet."""
    if found := UNKNOWN.search(text, start, end):
        why = f"“{found[0]}”: it is claimed by an actor that is not known yet."
        yield Blame(found.start(), found.end(), Attribution.SELF_CLAIMED, "", why)
