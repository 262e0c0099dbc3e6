"""The shared entities of the desk, as a record holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from django.db.models import Prefetch
from pydantic import TypeAdapter, ValidationError

from archive import record as records
from archive.record import RecordError
from archive.record.entities import Part
from archive.record.links import Link, links
from incidents.models import Actor, ActorAlias, Conflict, FormerKey, Place, PlaceName
from sources.models import Publication, Relation, Source

AnyPart = TypeVar("AnyPart", bound=Part)
Keys = Collection[str]
#: The keys that were merged into each entity.
Former = Mapping[Link, list[str]]


def gather(wanted: Iterable[Link], otherwise: Mapping[Link, Part] | None = None) -> dict[Link, Part]:
    """Everything that can be followed from these links, whole; `otherwise` holds what the desk may lack.

    A few queries for each step that the longest chain (place within place, say) is away.
    """
    found: dict[Link, Part] = {}
    spare = otherwise or {}
    missing = set(wanted)
    while missing:
        fresh = {link: spare[link] for link in missing & spare.keys()} | dict(_read(missing))
        found |= fresh
        missing = {link for part in fresh.values() for link in links(part)} - found.keys()
    return found


def parts_of(name: str, keys: Keys) -> dict[str, Part]:
    """The entities with these keys, of the record's list of that name, as a record holds them."""
    return READERS[name](keys, _former({name: keys}))


def _read(wanted: set[Link]) -> Iterator[tuple[Link, Part]]:
    of_kind = {name: [key for kind, key in wanted if kind == name] for name in READERS}
    keys = {name: some for name, some in of_kind.items() if some}
    former = _former(keys)
    for name, some in keys.items():
        yield from (((name, key), part) for key, part in READERS[name](some, former).items())


def as_part(form: type[AnyPart], where: str, /, **data: Any) -> AnyPart:
    """The part of a record that the data give; empty text and None are left out.

    Raises RecordError, naming the field under `where`.
    """
    given = {name: value for name, value in data.items() if value not in ("", None)}
    try:
        part: AnyPart = _adapter(form).validate_python(given)
    except ValidationError as error:
        raise RecordError([_problem(where, detail) for detail in error.errors()]) from error
    return part


@cache
def _adapter(form: Any) -> TypeAdapter[Any]:
    return TypeAdapter(form)


def _problem(where: str, detail: Any) -> str:
    place = ".".join([where, *(str(step) for step in detail["loc"])])
    return f"{place}: {detail['msg'].removeprefix('Value error, ')}"


def _former(keys: Mapping[str, Keys]) -> Former:
    """What was merged into each of these entities: one query."""
    found: dict[Link, list[str]] = defaultdict(list)
    for subject, now, key in FormerKey.objects.of_any(keys).values_list("subject", "now", "key"):
        found[subject, now].append(key)
    return found


def _publications(keys: Keys, former: Former) -> dict[str, Part]:
    rows = Publication.objects.filter(key__among=keys)
    return {
        row.key: as_part(
            records.Publication,
            f"publications[{row.key}]",
            key=row.key,
            name=row.name,
            kind=row.kind,
            url=row.url,
            licence=row.licence,
            former_keys=former["publications", row.key],
        )
        for row in rows
    }


def _conflicts(keys: Keys, former: Former) -> dict[str, Part]:
    rows = Conflict.objects.filter(key__among=keys)
    return {
        row.key: as_part(
            records.Conflict,
            f"conflicts[{row.key}]",
            key=row.key,
            name=row.name,
            former_keys=former["conflicts", row.key],
        )
        for row in rows
    }


def _actors(keys: Keys, former: Former) -> dict[str, Part]:
    rows = Actor.objects.filter(key__among=keys).select_related("part_of").prefetch_related("aliases")
    return {
        row.key: as_part(
            records.Actor,
            f"actors[{row.key}]",
            key=row.key,
            name=row.name,
            kind=row.kind,
            aliases=[_alias(alias) for alias in row.aliases.all()],
            part_of=row.part_of.key if row.part_of else None,
            part_as=row.part_as,
            former_keys=former["actors", row.key],
        )
        for row in rows
    }


def _places(keys: Keys, former: Former) -> dict[str, Part]:
    rows = Place.objects.filter(key__among=keys).select_related("parent").prefetch_related("names")
    return {
        row.key: as_part(
            records.Place,
            f"places[{row.key}]",
            key=row.key,
            name=row.name,
            kind=row.kind,
            names=[_alias(name) for name in row.names.all()],
            parent=row.parent.key if row.parent else None,
            latitude=row.latitude,
            longitude=row.longitude,
            precision=row.precision,
            time_zone=row.time_zone,
            former_keys=former["places", row.key],
        )
        for row in rows
    }


def _alias(row: ActorAlias | PlaceName) -> dict[str, Any]:
    return {"text": row.text, "language": row.language or None, "kind": row.kind}


def _sources(keys: Keys, former: Former) -> dict[str, Part]:
    relations = Prefetch("relations", Relation.objects.select_related("other", "publication"))
    rows = Source.objects.filter(key__among=keys).select_related("publication")
    whole = rows.prefetch_related("authors", relations)
    return {row.key: _source(row, former["sources", row.key]) for row in whole}


def _source(row: Source, former: list[str]) -> Part:
    return as_part(
        records.Source,
        f"sources[{row.key}]",
        key=row.key,
        kind=row.kind,
        title=row.title,
        description=row.description,
        publication=row.publication.key if row.publication else None,
        authors=[author.name for author in row.authors.all()],
        language=row.language,
        published=row.published,
        version=row.version,
        url=row.url,
        archive_url=row.archive_url,
        relies_on=[_relation(relation) for relation in row.relations.all()],
        note=row.note,
        former_keys=former,
    )


def _relation(row: Relation) -> dict[str, Any]:
    return {
        "how": row.how,
        "source": row.other.key if row.other else None,
        "publication": row.publication.key if row.publication else None,
    }


#: How the entities of each of the record's lists are read, by their keys.
READERS: Mapping[str, Callable[[Keys, Former], dict[str, Part]]] = {
    "sources": _sources,
    "publications": _publications,
    "actors": _actors,
    "places": _places,
    "conflicts": _conflicts,
}
