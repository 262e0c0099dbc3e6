"""The rows that follow from one edition: pure computation on unsaved models."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db import models
from pydantic import BaseModel

from archive.answers import Composer
from archive.answers.settled import attack_days, incident_days
from archive.catalogue.keys import part_key
from archive.catalogue.links import actor_rows, attack_place_rows, conflict_rows, place_rows, source_rows
from archive.catalogue.searching import search_row
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
    IncidentPlace,
    IncidentSource,
    SearchEntry,
)
from archive.models.days import columns
from archive.record import BaseClaim, Record, Responsibility
from archive.record.links import ENTITIES

#: The rows that follow from an edition, by model, in an order in which they can be stored.
Rows = Mapping[type[models.Model], Sequence[models.Model]]


def rows_of(edition: Edition, made: Composer) -> Rows:
    """Every catalogue row of the edition's incident, from the composer of its answers."""
    record, entry = made.record, _incident(edition, made)
    return {
        IncidentEntry: [entry],
        SearchEntry: [search_row(entry)],
        AttackEntry: list(_attacks(made)),
        AttackPlace: list(attack_place_rows(record)),
        ClaimEntry: list(_claims(made)),
        ClaimSource: list(_claim_sources(record)),
        FigureEntry: list(_figures(made)),
        IncidentPlace: list(place_rows(record)),
        IncidentActor: list(actor_rows(record)),
        IncidentSource: list(source_rows(record)),
        IncidentConflict: list(conflict_rows(record)),
        Holding: list(_holdings(edition, record)),
    }


def text_of(answer: BaseModel) -> str:
    """The answer as it is sent."""
    return answer.model_dump_json(by_alias=True)


def etag_of(body: str) -> str:
    """What identifies exactly these bytes."""
    return hashlib.sha256(body.encode()).hexdigest()


def _incident(edition: Edition, made: Composer) -> IncidentEntry:
    record, body = made.record, text_of(made.incident())
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
        body=body,
        brief=text_of(made.brief()),
        etag=etag_of(body),
    )


def _sort_day(earliest: date | None, latest: date | None) -> date:
    """The first day, or the last where the first is open; what is undated sorts before everything."""
    if earliest is None or earliest == date.min:
        return date.min if latest in (None, date.max) else latest or date.min
    return earliest


def _attacks(made: Composer) -> Iterator[AttackEntry]:
    for attack in made.record.attacks:
        body = text_of(made.attack(attack))
        earliest, latest = columns(attack_days(attack, made.record))
        key = part_key(made.record.id, attack.number)
        yield AttackEntry(
            key=key,
            incident_id=made.record.id,
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


def _claims(made: Composer) -> Iterator[ClaimEntry]:
    for claim in made.record.claims:
        body, held = text_of(made.claim(claim)), _held_responsible(claim)
        yield ClaimEntry(
            key=part_key(made.record.id, claim.number),
            incident_id=made.record.id,
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


def _figures(made: Composer) -> Iterator[FigureEntry]:
    for figures in made.figures_by_rule.values():
        for figure in figures:
            columns = ("attack", "rule", "measure", "population", "low", "best", "high")
            values = {name: getattr(figure, name) for name in (*columns, "open_above", "open_below")}
            yield FigureEntry(incident_id=made.record.id, **values)


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
