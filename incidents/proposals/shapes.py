"""What reading takes and gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.vocabulary import Attribution, ClaimantKind, Population, Property, Qualifier


@dataclass(frozen=True)
class Name:
    """One spelling of an actor or a place that the archive knows; `kind` is “actor” or “place”."""

    kind: str
    key: str
    words: str


@dataclass(frozen=True)
class Proposal:
    """A claim that words of a text seem to make.

    `start` and `end` are the characters of the text that carry the value, `quote_start` and `quote_end` those
    of the sentence it stands in. `actor` and `claimant` are keys of actors, or empty. `value` holds what the
    other fields cannot: a word of a closed list, a day as EDTF, a time as 09:05, the key of a place.
    `reported_via` is the agency that the sentence credits, in its words.
    """

    start: int
    end: int
    quote_start: int
    quote_end: int
    property: Property
    qualifier: Qualifier | None
    low: int | None
    best: int | None
    high: int | None
    population: Population | None
    attribution: Attribution | None
    actor: str
    claimant_kind: ClaimantKind
    claimant_role: str
    claimant: str
    stated: str
    why: tuple[str, ...]
    value: str = ""
    reported_via: str = ""

    def reading(self) -> str:
        """The value in short, by which it is known again: “killed exact 85 unstated”."""
        return reading_of(
            self.property,
            (self.qualifier, self.low, self.best, self.high, self.population),
            (self.attribution, self.actor, self.value),
        )


def reading_of(about: str, *values: Iterable[str | int | None]) -> str:
    """A property with what it carries, in short; what is empty is left out."""
    parts = (value for some in values for value in some if value is not None and value != "")
    return " ".join(str(part) for part in (about, *parts))


@dataclass(frozen=True)
class Mark:
    """Something of the text that a claim should account for; `kind` is “number”, “actor” or “place”."""

    start: int
    end: int
    kind: str
    words: str
