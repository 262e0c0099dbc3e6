"""A record as one reader looks at it: under a rule for figures, as known on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from archive.dates import bounds
from archive.figures import Case, Evidence, Topic, figure_of, figures_of, known_claims, undated_claims
from archive.record import (
    Actor,
    Attack,
    BaseClaim,
    Claim,
    Conflict,
    Figure,
    Place,
    Publication,
    Record,
    Source,
)
from archive.references import References, number_references
from archive.vocabulary import Rule


@dataclass(frozen=True, slots=True)
class Said:
    """When: an EDTF date, empty where nothing tells; `by_source`: the day is that of the source."""

    edtf: str = ""
    by_source: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """The first day on which a claim may have been made, and the EDTF date that says so."""

    day: date
    edtf: str


@dataclass(frozen=True)
class Reading:
    """What the reader asked for, and the claims, figures and references that this leaves.

    The record stays whole, because a claim may point to a newer one that was not yet made on `known_at`.
    """

    record: Record
    rule: Rule = Rule.ARCHIVE
    known_at: date | None = None

    @property
    def is_as_published(self) -> bool:
        return self.rule is Rule.ARCHIVE and self.known_at is None

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims on the page, in page order."""
        return self.record.claims if self.known_at is None else known_claims(self.record, self.known_at)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers of the claims on the page."""
        return frozenset(claim.number for claim in self.claims)

    @cached_property
    def undated(self) -> tuple[Claim, ...]:
        """The claims that no day can show, because nothing tells when they were made."""
        return undated_claims(self.record)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The days from which on the page shows more claims, in order; the clearest wording of each day."""
        found: dict[date, list[str]] = {}
        for claim in self.record.claims:
            edtf = said_on(claim, self.sources).edtf
            if edtf and (day := bounds(edtf).earliest):
                found.setdefault(day, []).append(edtf)
        return tuple(Step(day, min(found[day], key=len)) for day in sorted(found))

    @cached_property
    def references(self) -> References:
        return number_references(self.record, self.claims)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """As the edition holds them, unless the reader asked for another rule or day."""
        if self.is_as_published:
            return self.record.figures
        found = figures_of(Case(self.evidence, self.rule, self.known_at))
        return tuple(self._without_strangers(figure) for figure in found)

    def figure_under(self, rule: Rule, topic: Topic) -> Figure:
        """Computed anew; claims that are not on the page leave no trace in it."""
        return self._without_strangers(figure_of(Case(self.evidence, rule, self.known_at), topic))

    @cached_property
    def evidence(self) -> Evidence:
        return Evidence.of(self.record)

    def _without_strangers(self, figure: Figure) -> Figure:
        kept = tuple(item for item in figure.left_out if item.claim in self.numbers)
        return figure.model_copy(update={"left_out": kept})

    @cached_property
    def attacks(self) -> Mapping[int, Attack]:
        return {attack.number: attack for attack in self.record.attacks}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return {source.key: source for source in self.record.sources}

    @cached_property
    def publications(self) -> Mapping[str, Publication]:
        return {publication.key: publication for publication in self.record.publications}

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        return {actor.key: actor for actor in self.record.actors}

    @cached_property
    def places(self) -> Mapping[str, Place]:
        return {place.key: place for place in self.record.places}

    @cached_property
    def conflicts(self) -> Mapping[str, Conflict]:
        return {conflict.key: conflict for conflict in self.record.conflicts}


def said_on(claim: BaseClaim, sources: Mapping[str, Source]) -> Said:
    """When the claim was made: its own date, else that of its earliest source."""
    if claim.claimed_on:
        return Said(claim.claimed_on)
    published = [day for citation in claim.citations if (day := sources[citation.source].published)]
    return Said(min(published, key=_days), by_source=True) if published else Said()


def _days(edtf: str) -> tuple[date, date]:
    days = bounds(edtf)
    return days.earliest or date.min, days.latest or date.max
