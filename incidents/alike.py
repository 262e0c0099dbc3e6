"""What the desk holds already that may be the same as what somebody is about to add."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model, Q, QuerySet

from archive.dates import Bounds, DateError, bounds
from incidents.models import Actor, ActorAlias, Incident, Place, PlaceName
from incidents.nearness import SLACK, Spot, near_in_place, near_in_time, shifted, window
from sources.likeness import likeness
from sources.models import Publication, Source

#: How many incidents of the days around are compared.
COMPARED = 5_000

Typed = Mapping[str, Any]


def alike(model: type[Model], typed: Typed) -> list[Any]:
    """The rows that may be the same as what was typed; none of kinds that are not compared."""
    return list(LIKE[model](typed)) if model in LIKE else []


def _incidents(typed: Typed) -> Iterable[Incident]:
    days, place = _days(typed.get("date") or ""), typed.get("place")
    span = window(days) if days else None
    if days is None or place is None or span is None:
        return []
    begins, ends = span
    rows = Incident.objects.filter(date_earliest__range=(begins, ends), place__isnull=False)
    rows = rows.filter(date_latest__gte=shifted(days.earliest or begins, -SLACK)).order_by("date_earliest")
    found = list(rows.values_list("pk", "date_earliest", "date_latest", "place")[:COMPARED])
    spots = spots_of({place.pk, *(row[3] for row in found)})
    near = [
        key
        for key, earliest, latest, at in found
        if near_in_time(days, Bounds(earliest, latest)) and near_in_place(place.pk, at, spots)
    ]
    return Incident.objects.filter(pk__in=near[:COMPARED])


def _days(text: str) -> Bounds | None:
    try:
        return bounds(text) if text else None
    except DateError:
        return None


def spots_of(keys: set[int]) -> dict[int, Spot]:
    """These places and all around them: one query for each step that the longest chain is away."""
    found: dict[int, Spot] = {}
    missing = keys
    while missing:
        rows = Place.objects.filter(pk__in=missing).values_list("pk", "parent", "latitude", "longitude")
        fresh = {row[0]: Spot(*row) for row in rows}
        found |= fresh
        missing = {spot.parent for spot in fresh.values() if spot.parent is not None} - found.keys()
    return found


def _named(model: type[Any], other_names: type[Any], column: str) -> Callable[[Typed], QuerySet[Any]]:
    def find(typed: Typed) -> QuerySet[Any]:
        mark = likeness(typed.get("name") or "")
        others = other_names._default_manager.filter(likeness=mark).values(column)
        return _marked(model, mark, Q(likeness=mark) | Q(pk__in=others))

    return find


def _publications(typed: Typed) -> QuerySet[Any]:
    mark = likeness(typed.get("name") or "")
    return _marked(Publication, mark, Q(likeness=mark))


def _sources(typed: Typed) -> QuerySet[Any]:
    title, url = likeness(typed.get("title") or ""), likeness(typed.get("url") or "", "url")
    same = Q(likeness=title) if title else Q()
    return _marked(Source, title or url, same | (Q(url_likeness=url) if url else Q()))


def _marked(model: type[Any], mark: str, same: Q) -> QuerySet[Any]:
    rows: QuerySet[Any] = model._default_manager.filter(same)
    return rows if mark else rows.none()


LIKE: Mapping[type[Model], Callable[[Typed], Iterable[Any]]] = {
    Incident: _incidents,
    Actor: _named(Actor, ActorAlias, "actor"),
    Place: _named(Place, PlaceName, "place"),
    Publication: _publications,
    Source: _sources,
}
