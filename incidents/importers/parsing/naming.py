"""Keys from names, and the entities that rows of any dataset name in the same way. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.keys import key_of as key_of
from archive.record import Actor, Conflict, Place, Publication
from archive.vocabulary import ActorKind, PlaceKind, Precision, PublicationKind

#: So many entities of a kind are kept at hand: those that come again soon, however long the file is.
KEPT = 4096


@lru_cache(maxsize=KEPT)
def actor(name: str, kind: ActorKind) -> Actor:
    return Actor(key=key_of(name), name=name, kind=kind)


@lru_cache(maxsize=KEPT)
def conflict(name: str) -> Conflict:
    return Conflict(key=key_of(name), name=name)


@lru_cache(maxsize=KEPT)
def publication(name: str, kind: PublicationKind) -> Publication:
    return Publication(key=key_of(name), name=name, kind=kind)


@dataclass(frozen=True, slots=True)
class Level:
    """One of the places that lie within one another; `spot`: latitude and longitude in degrees."""

    name: str
    kind: PlaceKind
    spot: tuple[float, float] | None = None
    precision: Precision | None = None


def near(levels: Sequence[Level]) -> Sequence[Level]:
    """The same places, and within them what lies near the last one, at its coordinates."""
    last = levels[-1]
    around = Level(
        f"Near {last.name}"[:300], PlaceKind.SITE, last.spot, Precision.NEAR if last.spot else None
    )
    return (*levels, around)


@lru_cache(maxsize=KEPT)
def places(*levels: Level) -> Sequence[Place]:
    """Places that lie within one another, from the widest to the narrowest.

    A key is made of the names of the place and of all around it, so that two towns of one name stay two.
    """
    found: list[Place] = []
    for level in levels:
        around = [place.name for place in reversed(found)]
        latitude, longitude = level.spot or (None, None)
        place = Place(
            key=key_of(level.name, *around),
            name=level.name,
            kind=level.kind,
            parent=found[-1].key if found else None,
            latitude=latitude,
            longitude=longitude,
            precision=level.precision,
        )
        found.append(place)
    return tuple(found)
