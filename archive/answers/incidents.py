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
from archive.vocabulary import Attribution, Population, Property, Rule

__all__ = [
    "AttackAnswer",
    "Brief",
    "ClaimAnswer",
    "Headline",
    "IncidentAnswer",
    "IncidentBrief",
    "Responsible",
]


class IncidentAnswer(Record, Addressed):
    """An incident whole: its current edition's record, every part with its addresses.

    `figures` are under `rule` and, with `known_at`, as they could be known on that day.
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
    population: Population
    low: int | None
    best: int | None
    high: int | None
    open_above: bool
    open_below: bool
    is_sum: bool
    partial: bool


class Responsible(Part):
    """Who is held responsible, and how; nobody where a source says that none was named."""

    actor: Entity | None
    attribution: Attribution


class IncidentBrief(Brief):
    """An incident as lists show it."""

    slug: str
    date: str | None
    earliest: Day | None
    latest: Day | None
    place: Entity | None
    attacks: int
    figures: tuple[Headline, ...]
    responsibility: tuple[Responsible, ...]
    conflicts: tuple[Entity, ...]
    edition: int
    first_published_at: datetime
    updated_at: datetime


class AttackAnswer(AttackPart):
    """An attack by itself, with its figures under the archive's rule."""

    incident: Brief
    earliest: Day | None
    latest: Day | None
    """Between which days it lies: its own date's, else the incident's."""
    figures: tuple[Figure, ...]
    links: Links
