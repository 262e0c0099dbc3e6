"""The rows that follow from one edition, by the names of their columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import models

from archive.answers import Composer
from archive.answers.settled import attack_days, incident_days
from archive.answers.texts import FigureNumbers, Texts
from archive.bulk import Lines
from archive.catalogue.keys import part_key
from archive.catalogue.links import (
    ActorLink,
    AttackPlaceLink,
    ConflictLink,
    PlaceLink,
    SourceLink,
    actor_rows,
    attack_place_rows,
    conflict_rows,
    place_rows,
    source_rows,
)
from archive.catalogue.spots import SpotRow, spot_rows
from archive.gist import Gist
from archive.models import (
    AttackEntry,
    AttackPlace,
    CitationEntry,
    ClaimEntry,
    Edition,
    FigureEntry,
    Holding,
    IncidentActor,
    IncidentConflict,
    IncidentEntry,
    IncidentFinding,
    IncidentGist,
    IncidentPlace,
    IncidentSource,
    IncidentSpot,
    SearchEntry,
)
from archive.models.days import columns
from archive.record import BaseClaim, Record, Responsibility
from archive.record.links import ENTITIES

#: The rows that follow from an edition, by model, in an order in which they can be stored.
Rows = Mapping[type[models.Model], Lines]


class IncidentRow(NamedTuple):
    key: str
    slug: str
    title: str
    edition_id: int
    earliest: date | None
    latest: date | None
    position: str
    first_published_at: datetime
    updated_at: datetime
    body: str
    brief: str
    etag: str


class AttackRow(NamedTuple):
    key: str
    incident_id: str
    number: int
    place: str
    earliest: date | None
    latest: date | None
    position: str
    type: str
    target: str
    weapon: str
    body: str
    etag: str


class ClaimRow(NamedTuple):
    key: str
    incident_id: str
    number: int
    about: str
    attack: int | None
    property: str
    rank: str
    claimant_kind: str
    claimant: str
    actor: str
    attribution: str
    body: str
    etag: str


class CitationRow(NamedTuple):
    claim_id: str
    number: int
    source: str
    stance: str


class HoldingRow(NamedTuple):
    incident_id: str
    kind: str
    key: str
    edition_id: int
    published_at: datetime


def rows_of(edition: Edition, made: Composer, texts: Texts) -> Rows:
    """Every catalogue row of the edition's incident, from the composer and the texts of its answers."""
    record = made.record
    return {
        IncidentEntry: _lines(IncidentRow, [_incident(edition, made, texts)]),
        SearchEntry: _of(record, texts.lines, [texts.lines.values()]),
        IncidentGist: _of(record, Gist._fields, [texts.gist]),
        AttackEntry: _lines(AttackRow, _attacks(record, texts)),
        AttackPlace: _lines(AttackPlaceLink, attack_place_rows(record)),
        ClaimEntry: _lines(ClaimRow, _claims(record, texts)),
        CitationEntry: _lines(CitationRow, _citations(record)),
        FigureEntry: _of(record, FigureNumbers._fields, texts.figures),
        IncidentPlace: _lines(PlaceLink, place_rows(record)),
        IncidentSpot: _lines(SpotRow, spot_rows(record)),
        IncidentActor: _lines(ActorLink, actor_rows(record)),
        IncidentSource: _lines(SourceLink, source_rows(record)),
        IncidentConflict: _lines(ConflictLink, conflict_rows(record)),
        IncidentFinding: _of(record, ["code"], [[code] for code in texts.doubts]),
        Holding: _lines(HoldingRow, _holdings(edition, record)),
    }


def _lines(shape: Any, rows: Iterable[tuple[Any, ...]]) -> Lines:
    """Rows of the shape, a named tuple whose fields are columns."""
    return Lines(shape._fields, list(rows))


def _of(record: Record, columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> Lines:
    """Rows of these columns, beside which stands the record's incident."""
    return Lines(("incident_id", *columns), [(record.id, *row) for row in rows])


def etag_of(body: str) -> str:
    """What identifies exactly these bytes."""
    return hashlib.sha256(body.encode()).hexdigest()


def _incident(edition: Edition, made: Composer, texts: Texts) -> IncidentRow:
    record = made.record
    earliest, latest = columns(incident_days(record))
    return IncidentRow(
        key=record.id,
        slug=made.slug,
        title=record.title,
        edition_id=edition.pk,
        earliest=earliest,
        latest=latest,
        position=f"{_sort_day(earliest, latest).isoformat()}/{record.id}",
        first_published_at=made.first_published_at,
        updated_at=made.updated_at,
        body=texts.incident,
        brief=texts.brief,
        etag=etag_of(texts.incident),
    )


def _sort_day(earliest: date | None, latest: date | None) -> date:
    """The first day, or the last where the first is open; what is undated sorts before everything."""
    if earliest is None or earliest == date.min:
        return date.min if latest in (None, date.max) else latest or date.min
    return earliest


def _attacks(record: Record, texts: Texts) -> Iterator[AttackRow]:
    for attack, body in zip(record.attacks, texts.attacks, strict=True):
        earliest, latest = columns(attack_days(attack, record))
        key = part_key(record.id, attack.number)
        yield AttackRow(
            key=key,
            incident_id=record.id,
            number=attack.number,
            place=attack.place or "",
            earliest=earliest,
            latest=latest,
            position=f"{_sort_day(earliest, latest).isoformat()}/{key}",
            type=attack.type or "",
            target=attack.target or "",
            weapon=attack.weapon or "",
            body=body,
            etag=etag_of(body),
        )


def _claims(record: Record, texts: Texts) -> Iterator[ClaimRow]:
    for claim, body in zip(record.claims, texts.claims, strict=True):
        held = _held_responsible(claim)
        yield ClaimRow(
            key=part_key(record.id, claim.number),
            incident_id=record.id,
            number=claim.number,
            about=claim.about,
            attack=claim.attack,
            property=claim.property,
            rank=claim.rank,
            claimant_kind=claim.claimant.kind,
            claimant=claim.claimant.actor or "",
            actor=held.actor or "" if held else "",
            attribution=held.attribution if held else "",
            body=body,
            etag=etag_of(body),
        )


def _held_responsible(claim: BaseClaim) -> Responsibility | None:
    return claim.value if isinstance(claim.value, Responsibility) else None


def _citations(record: Record) -> Iterator[CitationRow]:
    for claim in record.claims:
        key = part_key(record.id, claim.number)
        for number, citation in enumerate(claim.citations, start=1):
            yield CitationRow(key, number, citation.source, citation.stance)


def _holdings(edition: Edition, record: Record) -> Iterator[HoldingRow]:
    for kind in ENTITIES:
        for part in getattr(record, kind):
            yield HoldingRow(record.id, kind, part.key, edition.pk, edition.published_at)
