"""What reading takes and gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from archive.dates import Bounds
from archive.vocabulary import Attribution, ClaimantKind, Population, Property, Qualifier


@dataclass(frozen=True)
class Name:
    """One spelling of an actor or a place that the archive knows; `kind` is “actor” or “place”.

    `why` says by what rule the archive knows it so, where nobody entered the spelling: such a name is met in
    the same letters alone.
    """

    kind: str
    key: str
    words: str
    why: str = ""


UNDATED = Bounds(None, None)


@dataclass(frozen=True)
class Setting:
    """What a text is read beside: the day on which its source appeared; the days and places of its incident.

    `places` are the keys of the incident's own, `above` of each place the keys of all that it lies within.
    What is not known is empty.
    """

    published: date | None = None
    days: Bounds = UNDATED
    places: frozenset[str] = frozenset()
    above: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_own(self, place: str) -> bool:
        """Whether it is one of the narrowest of the incident's own places, or lies within one."""
        return bool(({place} | self._above(place)) & (self.places - self.wider))

    @property
    def wider(self) -> frozenset[str]:
        """The places that one of the incident's own lies within."""
        return frozenset().union(*map(self._above, self.places))

    def _above(self, place: str) -> frozenset[str]:
        return self.above.get(place, frozenset())


@dataclass(frozen=True)
class Proposal:
    """A claim that words of a text seem to make.

    `start` and `end` are the characters of the text that carry the value, `quote_start` and `quote_end` those
    of the sentence it stands in. `actor` and `claimant` are keys of actors, or empty. `value` holds what the
    other fields cannot: a word of a closed list, a day as EDTF, a time as 09:05, the key of a place.
    `reported_via` is the agency that the sentence credits, in its words. `is_context`: it is told of another
    event than the incident that the text is read beside.
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
    is_context: bool = False

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
    """Something of the text that a claim should account for; `kind` is “number”, “actor” or “place”.

    `why` says by what rule a name is known, where nobody entered it.
    """

    start: int
    end: int
    kind: str
    words: str
    why: str = ""
