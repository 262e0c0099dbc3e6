"""What rows name by key and the catalogue knows more of, kept while one file is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from archive.citing.spots import spot
from archive.columns import Document
from archive.models import PlaceEntry, SourceEntry
from archive.record import Place
from archive.vocabulary import PlaceKind, Precision

#: So many are kept at most: then all are forgotten, so that a file of any length takes the same memory.
MOST = 1_000
#: A place is but a few words.
MOST_PLACES = 5_000


class KnownSources:
    """Sources as the API answers them."""

    def __init__(self) -> None:
        self._known: dict[str, Document] = {}

    def these(self, keys: Iterable[str]) -> Mapping[str, Document]:
        """At least these, by key. One query, if any of them is new."""
        wanted = set(keys)
        if len(self._known) > MOST:
            self._known.clear()
        if missing := wanted - self._known.keys():
            rows = SourceEntry.objects.filter(pk__among=missing).values_list("pk", "body")
            self._known |= {key: orjson.loads(body) for key, body in rows}
        return self._known


class KnownPlaces:
    """Places with those around them."""

    def __init__(self) -> None:
        self._known: dict[str, Place] = {}

    def learn(self, keys: Iterable[str | None]) -> None:
        """Read these and those around them: a query for each level of which any is new."""
        if len(self._known) > MOST_PLACES:
            self._known.clear()
        missing = {key for key in keys if key} - self._known.keys()
        while missing:
            bodies = PlaceEntry.objects.filter(pk__among=missing).values_list("body", flat=True)
            found = list(map(_located, bodies))
            self._known |= {place.key: place for place in found}
            missing = {place.parent for place in found if place.parent} - self._known.keys()

    def location(self, key: str | None) -> dict[str, Any] | None:
        """Where the place lies, which was learnt before: see `archive.columns.documents.Location`."""
        found = spot(key, self._known)
        if found is None:
            return None
        place = {"key": found.place.key, "latitude": found.latitude, "longitude": found.longitude}
        return {"place": place, "precision": found.precision.value}


def _located(body: str) -> Place:
    """What tells where a place lies, of an answer that was checked when it was stored."""
    place = orjson.loads(body)
    return Place.model_construct(
        key=place["key"],
        name=place["name"],
        kind=PlaceKind(place["kind"]),
        parent=place["parent"],
        latitude=place["latitude"],
        longitude=place["longitude"],
        precision=Precision(place["precision"]) if place["precision"] else None,
    )
