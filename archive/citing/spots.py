"""Where a place lies, and how exactly that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.record import Place, Record
from archive.vocabulary import PlaceKind, Precision

#: How exactly anything is located by the coordinates of a place that it lies within.
WITHIN: Mapping[PlaceKind, Precision] = {
    PlaceKind.COUNTRY: Precision.COUNTRY,
    PlaceKind.PROVINCE: Precision.PROVINCE,
    PlaceKind.DIVISION: Precision.PROVINCE,
    PlaceKind.DISTRICT: Precision.DISTRICT,
    PlaceKind.SUBDISTRICT: Precision.DISTRICT,
    PlaceKind.SETTLEMENT: Precision.NEAR,
    PlaceKind.SITE: Precision.NEAR,
}
FINENESS = list(Precision)


@dataclass(frozen=True, slots=True)
class Spot:
    """Coordinates in degrees (WGS 84). `place`: whose they are, the place itself or one around it."""

    latitude: float
    longitude: float
    precision: Precision
    place: Place


def spot(key: str | None, record: Record) -> Spot | None:
    """The coordinates of the place or, where it has none, of the nearest place around it that has some."""
    for place in around(key, record):
        if place.latitude is not None and place.longitude is not None and place.precision:
            exactly = [place.precision] if place.key == key else [place.precision, WITHIN[place.kind]]
            return Spot(place.latitude, place.longitude, max(exactly, key=FINENESS.index), place)
    return None


def spots_of(record: Record) -> Iterator[tuple[int | None, Spot]]:
    """Where the attacks that can be located happened, each with its number; without attacks, the incident."""
    places: list[tuple[int | None, str | None]]
    places = [(attack.number, attack.place or record.place) for attack in record.attacks]
    for number, place in places or [(None, record.place)]:
        if found := spot(place, record):
            yield number, found


def around(key: str | None, record: Record) -> Iterator[Place]:
    """The place and those around it, from the inside out."""
    places = {place.key: place for place in record.places}
    while key:
        yield places[key]
        key = places[key].parent
