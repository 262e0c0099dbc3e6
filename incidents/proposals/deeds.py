"""Weapons and types of attack, by words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archive.vocabulary import Property, Term
from incidents.proposals.tables.deeds import ATTACK, NOT_USED, OTHERWISE, TYPES, WEAPONS, WITHIN


@dataclass(frozen=True)
class Told:
    """A value that words of a sentence name; `start` and `end` are places of the text."""

    start: int
    end: int
    property: Property
    value: str
    why: str


def _form(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, whole; a hyphen between letters makes one word of two."""
    return re.compile(rf"(?<!\w)(?<![A-Za-z]-)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


def _forms(table: Mapping[Term, Iterable[str]]) -> list[tuple[Term, re.Pattern[str]]]:
    return [(term, _form(phrases)) for term, phrases in table.items()]


FORMS = (
    (Property.WEAPON, "a weapon", _forms(WEAPONS)),
    (Property.ATTACK_TYPE, "a type of attack", _forms(TYPES)),
)
UNUSED = _form(NOT_USED)
BY_THE_WAY = _form(OTHERWISE)
ABOUT_ATTACK = _form(ATTACK)
#: “2013 bombing”, “Monday’s deadly truck bombing”: behind a time, the attack that was then.
OF_THEN = re.compile(rf"(?: [\w'’-]+){{0,3}}? (?:{'|'.join(ATTACK)})(?!\w)", re.IGNORECASE)


def is_about_an_attack(sentence: str) -> bool:
    """Whether a sentence speaks of an attack or of what became of people."""
    return bool(ABOUT_ATTACK.search(sentence))


def names_an_attack(text: str, at: int) -> bool:
    """Whether the words from a place on name an attack by the time that stands before it."""
    return bool(OF_THEN.match(text, at))


def deeds(text: str, start: int, end: int) -> Iterator[Told]:
    """What one sentence tells of the weapon and the type of attack, each once."""
    if UNUSED.search(text, start, end):
        return
    sentence = BY_THE_WAY.sub(lambda found: " " * len(found[0]), text[start:end])
    for kind, words, forms in FORMS:
        terms: set[Term] = set()
        for term, form in forms:
            found = form.search(sentence)
            if found and WITHIN.get(term) not in terms:
                terms.add(term)
                why = f"“{found[0]}” names {words}: {term.english}."
                yield Told(start + found.start(), start + found.end(), kind, str(term), why)
