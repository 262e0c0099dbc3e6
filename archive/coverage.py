"""Which source has which fact: the claims of each, so that it shows what rests on one source alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from archive.figures.evidence import headline
from archive.independence import independence
from archive.record import BaseClaim, Record
from archive.record.claims import QuantityClaim
from archive.vocabulary import About, Population, Property, Stance

#: Claims that assert no single fact: prose, captions and pointers to other incidents.
NO_FACT = frozenset({Property.STATEMENT, Property.IMAGE, Property.SEE_ALSO})


class Fact(NamedTuple):
    """Something to be known: a property of the incident, of one attack or of the context.

    `population` says whom a count counts; other facts have none.
    """

    about: About
    attack: int | None
    property: Property
    population: Population | None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that a source prints; `disputes`: the source prints it to contradict it."""

    claim: int
    disputes: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """One fact: what each source tells of it, by the source's key.

    `supporters` state it, rather than dispute it; `independent`: how many voices these are, as far as is
    recorded.
    """

    fact: Fact
    told: Mapping[str, tuple[Told, ...]]
    supporters: tuple[str, ...]
    independent: int

    @property
    def is_single(self) -> bool:
        """Whether one source alone states it."""
        return len(self.supporters) == 1


def coverage(record: Record, claims: Iterable[BaseClaim]) -> tuple[Coverage, ...]:
    """A row for every fact of which one of the record's `claims` speaks: the incident's first."""
    found: dict[Fact, dict[str, dict[Told, None]]] = {}
    for claim in claims:
        if claim.property not in NO_FACT:
            of_fact = found.setdefault(_fact(claim), {})
            for citation in claim.citations:
                told = Told(claim.number, citation.stance is Stance.DISPUTES)
                of_fact.setdefault(citation.source, {})[told] = None
    return tuple(_coverage(fact, found[fact], record) for fact in sorted(found, key=_page_order))


def _fact(claim: BaseClaim) -> Fact:
    counted = headline(claim.value.population) if isinstance(claim, QuantityClaim) else None
    return Fact(claim.about, claim.attack, claim.property, counted)


def _coverage(fact: Fact, told: Mapping[str, Mapping[Told, None]], record: Record) -> Coverage:
    supporters = tuple(key for key, claims in told.items() if not all(each.disputes for each in claims))
    return Coverage(
        fact=fact,
        told={key: tuple(claims) for key, claims in told.items()},
        supporters=supporters,
        independent=independence(record, supporters).count if len(supporters) > 1 else len(supporters),
    )


def _page_order(fact: Fact) -> tuple[int, int, int, int]:
    populations = [None, *Population]
    return (
        list(About).index(fact.about),
        fact.attack or 0,
        list(Property).index(fact.property),
        populations.index(fact.population),
    )
