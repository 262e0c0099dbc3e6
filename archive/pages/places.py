"""Going down from countries to districts, one level at a time, and what lies within a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet

from archive.filters import Counted, Narrowing, counted
from archive.models import PlaceEntry
from archive.pages.called import called_here, entries_here
from archive.pages.labels import labels

#: How many places may lie around one another.
DEPTH = 8


#: How many places within those within a place a page shows in all.
INNER = 300


class Branch(NamedTuple):
    """A place, and those directly within it."""

    key: str
    name: str
    within: Sequence[PlaceEntry]


class Place(NamedTuple):
    key: str
    name: str
    incidents: int = 0
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """The places of one level that most incidents have, and those around it from the outside inwards."""

    path: Sequence[Place]
    places: Sequence[Place]


def place_facet(narrowing: Narrowing, most: int) -> Level:
    """What lies within the chosen place; nothing further where that is the smallest or several are chosen."""
    chosen = list(narrowing.chosen("place"))
    around = _around(chosen[0]) if len(chosen) == 1 else []
    path = [Place(key, name, is_chosen=key in chosen) for key, name in around]
    if len(chosen) > 1:
        return Level([], _named(counted("place", narrowing, most, chosen), chosen))
    within = PlaceEntry.objects.filter(parent=chosen[0] if chosen else "")
    return Level(path, _named(counted("place", narrowing, most, _keys(within)), chosen))


def _keys(places: QuerySet[PlaceEntry]) -> QuerySet[PlaceEntry, str]:
    return places.order_by().values_list("key", flat=True)


def _named(found: Sequence[Counted], chosen: Sequence[str]) -> Sequence[Place]:
    names = labels("place", [each.value for each in found])
    return [
        Place(each.value, names.get(each.value, each.value), each.incidents, each.value in chosen)
        for each in found
    ]


def _around(key: str) -> Sequence[tuple[str, str]]:
    """The place and those around it, from the outside inwards, each by key and name."""
    path: list[tuple[str, str]] = []
    here = key
    while here and len(path) < DEPTH:
        found = PlaceEntry.objects.filter(key=here).values_list("name", "parent").first()
        if found is None:
            break
        path.insert(0, (here, found[0]))
        here = found[1]
    return _in_language(path)


def _in_language(places: Iterable[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """The places by key and name, by the names that they have in the language of the page."""
    known = dict(places)
    return [*{**known, **called_here("places", known)}.items()]


def subtree(places: Sequence[PlaceEntry]) -> Sequence[Branch]:
    """The places, each with those directly within it. One query, or two."""
    inner = PlaceEntry.objects.filter(parent__in=[place.key for place in places]).defer("body")
    found: dict[str, list[PlaceEntry]] = {}
    for place in entries_here(inner.order_by("name")[:INNER]) if places else ():
        found.setdefault(place.parent, []).append(place)
    return [Branch(place.key, place.name, found.get(place.key, ())) for place in places]
