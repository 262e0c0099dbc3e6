"""Incidents, attacks and claims, in full and in short."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime

from archive.answers.claims import ClaimAnswer, ClaimPart
from archive.answers.editions import EditionHeader
from archive.answers.parts import (
    ActorPart,
    Addressed,
    AttackPart,
    Brief,
    ConflictPart,
    Entity,
    Links,
    PlacePart,
    PublicationPart,
    SourcePart,
)
from archive.record import Figure, Record
from archive.record.entities import Part
from archive.vocabulary import Attribution, Doubt, Population, Property, Rule

__all__ = [
    "AttackAnswer",
    "Brief",
    "ClaimAnswer",
    "FindingPart",
    "Headline",
    "IncidentAnswer",
    "IncidentBrief",
    "Responsible",
]


class FindingPart(Part):
    """What the audit finds among the claims, that readers should know."""

    code: Doubt
    """What it is."""
    message: str
    """The same of this incident, in a sentence."""
    claims: tuple[int, ...] = ()
    """The numbers of the claims that it is about."""
    sources: tuple[str, ...] = ()
    """The keys of the sources that it is about."""
    attack: int | None = None
    """The number of the attack that it is about."""


class IncidentAnswer(Record, Addressed):
    """An incident whole: its current edition's record, every part with its addresses.

    `figures` are under `rule` and, with `known_at`, as they could be known on that day; `findings` are those
    of the archive's own rule, about all claims.
    """

    slug: str
    edition: EditionHeader
    first_published_at: datetime
    updated_at: datetime
    """When the last edition appeared that changed more than a name."""
    history_url: str
    editions_url: str
    rule: Rule = Rule.ARCHIVE
    known_at: Day | None = None
    findings: tuple[FindingPart, ...] = ()
    attacks: tuple[AttackPart, ...] = ()
    claims: tuple[ClaimPart, ...] = ()
    sources: tuple[SourcePart, ...] = ()
    publications: tuple[PublicationPart, ...] = ()
    actors: tuple[ActorPart, ...] = ()
    places: tuple[PlacePart, ...] = ()
    conflicts: tuple[ConflictPart, ...] = ()


class Headline(Part):
    """A figure of the whole incident under the archive's rule, without its reasons."""

    measure: Property
    """What is counted."""
    population: Population
    """Who is counted."""
    low: int | None
    """The smallest number stated by the claims used."""
    best: int | None
    """The number on which the claims that commit to one agree."""
    high: int | None
    """The largest number stated by the claims used."""
    open_above: bool
    """Whether a claim used leaves room for more."""
    open_below: bool
    """Whether a claim used leaves room for fewer."""
    is_sum: bool
    """Whether it was added up from the attacks."""
    partial: bool
    """Whether some attack had no number to add."""


class Responsible(Part):
    """Who is held responsible, and how; nobody where a source says that none was named."""

    actor: Entity | None
    """Who is held responsible; empty where a source says that nobody was named."""
    attribution: Attribution
    """By whom and how."""


class IncidentBrief(Brief):
    """An incident as lists show it."""

    slug: str
    """The decorative part of its page's address."""
    date: str | None
    """Settled: when it happened, as EDTF."""
    earliest: Day | None
    """The first day on which it may have happened; empty: not known, or open."""
    latest: Day | None
    """The last day on which it may have happened; empty: not known, or open."""
    place: Entity | None
    """Settled: where it happened."""
    attacks: int
    """How many attacks are recorded of it."""
    figures: tuple[Headline, ...]
    """Its figures under the archive's rule."""
    responsibility: tuple[Responsible, ...]
    """Who is held responsible for it, and how."""
    conflicts: tuple[Entity, ...]
    """The conflicts that it is part of."""
    findings: tuple[Doubt, ...]
    """What the audit finds among its claims."""
    edition: int
    """The number of its current edition."""
    first_published_at: datetime
    """When its first edition appeared."""
    updated_at: datetime
    """When the last edition appeared that changed more than a name."""


class AttackAnswer(AttackPart):
    """An attack by itself, with its figures under the archive's rule."""

    incident: Brief
    """The incident that it is an attack of."""
    earliest: Day | None
    """The first day on which it may have happened, by its own date or else its incident's."""
    latest: Day | None
    """The last day on which it may have happened, by its own date or else its incident's."""
    figures: tuple[Figure, ...]
    """Its figures under the archive's rule."""
    links: Links
    """Everything that it names."""
