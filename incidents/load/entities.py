"""Shared entities: created, or changed to what the record says; unchanged ones are not written."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import models

from archive import record as records
from archive.bulk import insert
from archive.record import Record, RecordError
from archive.record.entities import Part
from archive.record.links import Link, links
from incidents.library import parts_of
from incidents.maintenance import renew_later
from incidents.models import Actor, ActorAlias, Conflict, Place, PlaceName, Subject
from sources.models import Publication, Relation, Source, SourceAuthor

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

#: Database keys by link.
Ids = Mapping[Link, int]

#: In this order each kind comes after those that it refers to.
MODELS: Mapping[str, type[models.Model]] = {
    "publications": Publication,
    "conflicts": Conflict,
    "places": Place,
    "actors": Actor,
    "sources": Source,
}
#: The rows that belong to an entity, with the column that says to which.
CHILDREN: Mapping[str, Mapping[type[models.Model], str]] = {
    "places": {PlaceName: "place"},
    "actors": {ActorAlias: "actor"},
    "sources": {SourceAuthor: "source", Relation: "source"},
}


def store_entities(
    given: Sequence[Record], *, by: User | None = None, only: Collection[Link] | None = None
) -> Ids:
    """Make the desk's shared entities those of the records; where they differ, of the last one.

    Published incidents that show one of those it changed are renewed through the queue. `only`: of what the
    desk has, nothing but these is changed, and nothing is renewed.
    """
    ids: dict[Link, int] = {}
    for name in MODELS:
        entities = {entity.key: entity for record in given for entity in getattr(record, name)}
        changed = _store(name, list(entities.values()), ids, only) if entities else []
        for key in changed if only is None else ():
            logger.info("The record changed %s “%s”, which other incidents may share.", name, key)
            renew_later(Subject(name), key, by=by)
    return ids


def store_entity(name: str, entity: Any, *, by: User | None = None) -> Any:
    """Make the desk hold this one entity, and published incidents show it; its row.

    Raises RecordError where something that it names is not at the desk, and ValidationError where it
    would lie within itself.
    """
    wanted = set(links(entity))
    ids: dict[Link, int] = {}
    for kind in MODELS:
        _remember(kind, [key for of, key in wanted if of == kind], ids)
    if missing := sorted(wanted - ids.keys()):
        words = "is not at the desk: bring it back first"
        raise RecordError([f"{kind}: “{key}” {words}" for kind, key in missing])
    for key in _store(name, [entity], ids):
        renew_later(Subject(name), key, by=by)
    row: Any = MODELS[name]._default_manager.get(key=entity.key)
    row.clean()
    return row


def _store(
    name: str, entities: Sequence[Any], ids: dict[Link, int], only: Collection[Link] | None = None
) -> list[str]:
    """Store the entities of one kind; the keys of those that the desk had otherwise."""
    before = parts_of(name, [entity.key for entity in entities])
    kept = {key for key in before if only is not None and (name, key) not in only}
    differing = [entity for entity in entities if before.get(entity.key) != entity]
    changed = [entity for entity in differing if entity.key not in kept]
    _remember(name, before, ids)
    for wave in _waves(changed, {entity.key for entity in changed}):
        _insert(name, [_row(entity, ids) for entity in wave if entity.key not in before], ids)
        _upsert(name, [_row(entity, ids) for entity in wave if entity.key in before])
    _replace_children(name, changed, before, ids)
    return [entity.key for entity in changed if entity.key in before]


def _remember(name: str, keys: Collection[str], ids: dict[Link, int]) -> None:
    if keys:
        rows = MODELS[name]._default_manager.filter(key__among=keys)
        ids.update({(name, key): pk for key, pk in rows.values_list("key", "pk")})


def _waves(entities: Sequence[Any], waiting: set[str]) -> Iterator[list[Any]]:
    """The entities in turns, so that each comes after the one that it lies within."""
    while waiting:
        wave = [part for part in entities if part.key in waiting and _whole(part) not in waiting]
        yield wave
        waiting = waiting - {part.key for part in wave}


def _whole(part: Part) -> str | None:
    match part:
        case records.Place():
            return part.parent
        case records.Actor():
            return part.part_of
    return None


def _insert(name: str, rows: list[Any], ids: dict[Link, int]) -> None:
    insert(rows)
    ids.update({(name, row.key): row.pk for row in rows})


def _upsert(name: str, rows: list[models.Model]) -> None:
    model = MODELS[name]
    written = [field.name for field in model._meta.concrete_fields if field.name not in ("id", "key")]
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["key"], update_fields=written
    )


def _row(entity: Part, ids: Ids) -> models.Model:
    match entity:
        case records.Publication():
            return _publication(entity)
        case records.Conflict():
            return Conflict(key=entity.key, name=entity.name)
        case records.Place():
            return _place(entity, ids)
        case records.Actor():
            return _actor(entity, ids)
        case records.Source():
            return _source(entity, ids)
    raise TypeError(f"{type(entity).__name__} is not a shared entity")


def _publication(publication: records.Publication) -> Publication:
    return Publication(
        key=publication.key,
        name=publication.name,
        kind=publication.kind,
        url=publication.url or "",
        licence=publication.licence,
    )


def _place(place: records.Place, ids: Ids) -> Place:
    return Place(
        key=place.key,
        name=place.name,
        kind=place.kind,
        parent_id=ids["places", place.parent] if place.parent else None,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision or "",
        time_zone=place.time_zone,
    )


def _actor(actor: records.Actor, ids: Ids) -> Actor:
    return Actor(
        key=actor.key,
        name=actor.name,
        kind=actor.kind,
        part_of_id=ids["actors", actor.part_of] if actor.part_of else None,
        part_as=actor.part_as or "",
    )


def _source(source: records.Source, ids: Ids) -> Source:
    return Source(
        key=source.key,
        kind=source.kind,
        title=source.title,
        description=source.description,
        publication_id=ids["publications", source.publication] if source.publication else None,
        language=source.language or "",
        published=source.published or "",
        version=source.version,
        url=source.url or "",
        archive_url=source.archive_url or "",
        note=source.note,
    )


def _replace_children(name: str, changed: Sequence[Any], before: Collection[str], ids: Ids) -> None:
    owners = [ids[name, entity.key] for entity in changed if entity.key in before]
    children = [child for entity in changed for child in _children(entity, ids)]
    for model, column in CHILDREN.get(name, {}).items():
        if owners:
            model._default_manager.filter(**{f"{column}__in": owners}).delete()
        insert([child for child in children if type(child) is model])


def _children(entity: Part, ids: Ids) -> Iterator[models.Model]:
    match entity:
        case records.Place():
            for name in entity.names:
                yield PlaceName(place_id=ids["places", entity.key], **_alias(name))
        case records.Actor():
            for alias in entity.aliases:
                yield ActorAlias(actor_id=ids["actors", entity.key], **_alias(alias))
        case records.Source():
            yield from _source_children(entity, ids)


def _source_children(source: records.Source, ids: Ids) -> Iterator[models.Model]:
    own = ids["sources", source.key]
    for author in source.authors:
        yield SourceAuthor(source_id=own, name=author)
    for relation in source.relies_on:
        yield Relation(
            source_id=own,
            how=relation.how,
            other_id=ids["sources", relation.source] if relation.source else None,
            publication_id=ids["publications", relation.publication] if relation.publication else None,
        )


def _alias(alias: records.Alias) -> dict[str, str]:
    return {"text": alias.text, "language": alias.language or "", "kind": alias.kind}
