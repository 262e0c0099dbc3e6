"""The rows of the twin's tables that follow from records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db import models

from archive.bulk import insert
from archive.record import Claim as Claimed
from archive.record import Record
from tests.benchmarks.twin.models import (
    Actor,
    Attack,
    Citation,
    Claim,
    Incident,
    Place,
    Publication,
    Source,
)

BATCH = 500


def store(made: Sequence[Record], alias: str) -> None:
    """Add the rows of these records; what records share is stored once."""
    _store_shared(made, alias)
    for record in made:
        _put([_incident(record)], alias)
    _put([row for record in made for row in _sources(record)], alias)
    _put([row for record in made for row in _attacks(record)], alias)
    claims = [_claim(record, claim) for record in made for claim in record.claims]
    _put(claims, alias)
    cited = [claim.citations for record in made for claim in record.claims]
    _put([row for of, each in zip(claims, cited, strict=True) for row in _citations(of, each)], alias)


def _put(rows: Sequence[Any], alias: str) -> None:
    """Beside the archive's own rows as fast as these are stored."""
    if rows and alias == "default":
        insert(rows)
    elif rows:
        type(rows[0])._default_manager.using(alias).bulk_create(rows, batch_size=BATCH)


def _store_shared(made: Sequence[Record], alias: str) -> None:
    """Parents come before what lies within them."""
    for model, parts in (
        (Publication, _distinct(part for record in made for part in record.publications)),
        (Place, _distinct(part for record in made for part in sorted(record.places, key=_depth))),
        (Actor, _distinct(part for record in made for part in sorted(record.actors, key=_is_part))),
    ):
        rows: Any = model._default_manager.using(alias)
        rows.bulk_create(map(_shared, parts), ignore_conflicts=True, batch_size=BATCH)


def _distinct(parts: Iterable[Any]) -> list[Any]:
    return list({part.key: part for part in parts}.values())


def _depth(place: Any) -> int:
    return ("country", "province", "district").index(place.kind)


def _is_part(actor: Any) -> bool:
    return actor.part_of is not None


def _shared(part: Any) -> models.Model:
    own = {"key": part.key, "name": part.name, "kind": part.kind}
    match type(part).__name__:
        case "Place":
            return Place(**own, parent_id=part.parent, latitude=part.latitude, longitude=part.longitude)
        case "Actor":
            return Actor(**own, part_of_id=part.part_of)
        case _:
            return Publication(**own)


def _incident(record: Record) -> Incident:
    country = next(place.key for place in record.places if place.kind == "country")
    killed = [figure.high for figure in record.figures if figure.measure == "killed" and not figure.attack]
    return Incident(
        key=record.id,
        title=record.title,
        date=date.fromisoformat(record.date or ""),
        place_id=record.place,
        country_id=country,
        killed=max((number for number in killed if number is not None), default=None),
    )


def _sources(record: Record) -> Iterator[Source]:
    for one in record.sources:
        yield Source(
            key=one.key,
            publication_id=one.publication,
            title=one.title,
            authors=", ".join(one.authors),
            language=one.language or "",
            published=one.published or "",
            url=one.url or "",
        )


def _attacks(record: Record) -> Iterator[Attack]:
    for one in record.attacks:
        yield Attack(
            incident_id=record.id,
            number=one.number,
            label=one.label,
            date=date.fromisoformat(one.date or ""),
            type=one.type,
            target=one.target,
            weapon=one.weapon,
        )


def _claim(record: Record, claim: Claimed) -> Claim:
    value = claim.value.model_dump()
    return Claim(
        incident_id=record.id,
        number=claim.number,
        property=claim.property,
        stated=claim.stated,
        claimant_kind=claim.claimant.kind,
        claimant_role=claim.claimant.role,
        actor_id=value.get("actor"),
        place_id=value.get("place"),
        **{name: value.get(name) for name in ("low", "best", "high")},
        **{name: value.get(name) or "" for name in ("qualifier", "attribution", "section", "text")},
    )


def _citations(claim: Claim, cited: Iterable[Any]) -> Iterator[Citation]:
    for one in cited:
        yield Citation(claim=claim, source_id=one.source, locator=one.locator, quote=one.quote)
