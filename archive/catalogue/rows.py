"""The rows that follow from one edition: pure computation on unsaved models."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db import models

from archive.answers import Composer
from archive.answers.settled import attack_days, incident_days
from archive.answers.texts import Texts
from archive.catalogue.keys import part_key
from archive.catalogue.links import actor_rows, attack_place_rows, conflict_rows, place_rows, source_rows
from archive.catalogue.spots import spot_rows
from archive.models import (
    AttackEntry,
    AttackPlace,
    ClaimEntry,
    ClaimSource,
    Edition,
    FigureEntry,
    Holding,
    IncidentActor,
    IncidentConflict,
    IncidentEntry,
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
Rows = Mapping[type[models.Model], Sequence[models.Model]]


def rows_of(edition: Edition, made: Composer, texts: Texts) -> Rows:
    """Every catalogue row of the edition's incident, from the composer and the texts of its answers."""
    record = made.record
    return {
        IncidentEntry: [_incident(edition, made, texts)],
        SearchEntry: [SearchEntry(incident_id=record.id, **texts.lines)],
        IncidentGist: [IncidentGist(incident_id=record.id, **texts.gist._asdict())],
        AttackEntry: list(_attacks(record, texts)),
        AttackPlace: list(attack_place_rows(record)),
        ClaimEntry: list(_claims(record, texts)),
        ClaimSource: list(_claim_sources(record)),
        FigureEntry: [FigureEntry(incident_id=record.id, **each._asdict()) for each in texts.figures],
        IncidentPlace: list(place_rows(record)),
        IncidentSpot: list(spot_rows(record)),
        IncidentActor: list(actor_rows(record)),
        IncidentSource: list(source_rows(record)),
        IncidentConflict: list(conflict_rows(record)),
        Holding: list(_holdings(edition, record)),
    }


def etag_of(body: str) -> str:
    """What identifies exactly these bytes."""
    return hashlib.sha256(body.encode()).hexdigest()


def _incident(edition: Edition, made: Composer, texts: Texts) -> IncidentEntry:
    record = made.record
    earliest, latest = columns(incident_days(record))
    return IncidentEntry(
        key=record.id,
        slug=made.slug,
        title=record.title,
        edition=edition,
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


def _attacks(record: Record, texts: Texts) -> Iterator[AttackEntry]:
    for attack, body in zip(record.attacks, texts.attacks, strict=True):
        earliest, latest = columns(attack_days(attack, record))
        key = part_key(record.id, attack.number)
        yield AttackEntry(
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


def _claims(record: Record, texts: Texts) -> Iterator[ClaimEntry]:
    for claim, body in zip(record.claims, texts.claims, strict=True):
        held = _held_responsible(claim)
        yield ClaimEntry(
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


def _claim_sources(record: Record) -> Iterator[ClaimSource]:
    for claim in record.claims:
        for source in sorted({citation.source for citation in claim.citations}):
            yield ClaimSource(claim_id=part_key(record.id, claim.number), source=source)


def _holdings(edition: Edition, record: Record) -> Iterator[Holding]:
    for kind in ENTITIES:
        for part in getattr(record, kind):
            yield Holding(
                incident_id=record.id,
                kind=kind,
                key=part.key,
                edition=edition,
                published_at=edition.published_at,
            )
