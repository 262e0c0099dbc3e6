"""A record's claims made ready for many questions: gathered once, asked often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from archive.dates import Bounds
from archive.figures.days import claimed_day
from archive.figures.parties import is_party, parties
from archive.record import Actor, BaseClaim, QuantityClaim, Record, Source
from archive.vocabulary import About, Population, Property

#: The populations that stand together in the headline figure.
HEADLINE = frozenset({Population.ALL, Population.UNSTATED})


class Topic(NamedTuple):
    """What a figure is about: a measure, a population, and an attack or (none) the incident."""

    measure: Property
    population: Population
    attack: int | None


@dataclass(frozen=True)
class Evidence:
    """The claims of a record that count people, by topic, with what is needed to weigh them."""

    record: Record
    topics: Mapping[Topic, tuple[QuantityClaim, ...]]

    @classmethod
    def of(cls, record: Record) -> Evidence:
        topics: dict[Topic, list[QuantityClaim]] = defaultdict(list)
        for claim in record.claims:
            if isinstance(claim, QuantityClaim) and claim.about is not About.CONTEXT:
                topics[topic_of(claim)].append(claim)
        return cls(record, {topic: tuple(claims) for topic, claims in topics.items()})

    def on(self, topic: Topic) -> tuple[QuantityClaim, ...]:
        return self.topics.get(topic, ())

    def day(self, claim: BaseClaim) -> Bounds:
        """When the claim may have been made."""
        return claimed_day(claim, self._sources)

    def is_party(self, claim: BaseClaim) -> bool:
        """Whether the claim is a party's own count that no editor prefers."""
        return is_party(claim, self._parties, self._actors)

    def successors(self, claim: BaseClaim) -> Iterator[BaseClaim]:
        """The claims that supersede this one, directly or through others, nearest first."""
        while claim.superseded_by is not None:
            claim = self._claims[claim.superseded_by]
            yield claim

    def is_superseded(self, claim: BaseClaim, by: Collection[int]) -> bool:
        """Whether one of the claims with these numbers has taken this claim's place."""
        return any(newer.number in by for newer in self.successors(claim))

    @cached_property
    def _claims(self) -> Mapping[int, BaseClaim]:
        return {claim.number: claim for claim in self.record.claims}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.key: source for source in self.record.sources}

    @cached_property
    def _actors(self) -> Mapping[str, Actor]:
        return {actor.key: actor for actor in self.record.actors}

    @cached_property
    def _parties(self) -> frozenset[str]:
        return parties(self.record)


def topic_of(claim: QuantityClaim) -> Topic:
    return Topic(claim.property, headline(claim.value.population), claim.attack)


def headline(population: Population | None) -> Population:
    """The population under which a figure stands: everybody, unless one is named."""
    return Population.ALL if population is None or population in HEADLINE else population
