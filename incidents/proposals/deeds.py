"""Weapons and types of attack, by words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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


def _forms(table: Mapping[Term, str]) -> list[tuple[Term, re.Pattern[str]]]:
    return [(term, re.compile(rf"(?<!\w)(?<![A-Za-z]-)(?:{words})(?!\w)", re.IGNORECASE)) for term, words in table.items()]


FORMS = {Property.WEAPON: _forms(WEAPONS), Property.ATTACK_TYPE: _forms(TYPES)}  # type: ignore[arg-type]
IDLE = re.compile(NOT_USED, re.IGNORECASE)
BY_THE_WAY = re.compile(OTHERWISE, re.IGNORECASE)
ABOUT_ATTACK = re.compile(ATTACK, re.IGNORECASE)


def is_about_an_attack(sentence: str) -> bool:
    """Whether a sentence speaks of an attack or of what became of people."""
    return bool(ABOUT_ATTACK.search(sentence))


def deeds(text: str, start: int, end: int) -> Iterator[Told]:
    """What one sentence tells of the weapon and the type of attack, each once."""
    if IDLE.search(text, start, end):
        return
    sentence = BY_THE_WAY.sub(lambda found: " " * len(found[0]), text[start:end])
    for kind, forms in FORMS.items():
        terms: set[Term] = set()
        for term, form in forms:
            found = form.search(sentence)
            if found and WITHIN.get(term) not in terms:  # type: ignore[call-overload]
                terms.add(term)
                why = f"“{found[0]}” names {_article(kind)}: {term.english}."
                yield Told(start + found.start(), start + found.end(), kind, str(term), why)


def _article(kind: Property) -> str:
    return "a type of attack" if kind is Property.ATTACK_TYPE else "a weapon"
