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
#: Places by key; those around one of them are among them.
Places = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Spot:
    """Coordinates in degrees (WGS 84). `place`: whose they are, the place itself or one around it."""

    latitude: float
    longitude: float
    precision: Precision
    place: Place


def places_of(record: Record) -> Places:
    """The places that the record holds, by key."""
    return {place.key: place for place in record.places}


def spot(key: str | None, places: Places) -> Spot | None:
    """The coordinates of the place or, where it has none, of the nearest place around it that has some."""
    for place in around(key, places):
        if place.latitude is not None and place.longitude is not None and place.precision:
            exactly = [place.precision] if place.key == key else [place.precision, WITHIN[place.kind]]
            return Spot(place.latitude, place.longitude, max(exactly, key=FINENESS.index), place)
    return None


def spots_of(record: Record) -> Iterator[tuple[int | None, Spot]]:
    """Where the attacks that can be located happened, each with its number; without attacks, the incident."""
    happened: list[tuple[int | None, str | None]]
    happened = [(attack.number, attack.place or record.place) for attack in record.attacks]
    places = places_of(record)
    for number, place in happened or [(None, record.place)]:
        if found := spot(place, places):
            yield number, found


def around(key: str | None, places: Places) -> Iterator[Place]:
    """The place and those around it, from the inside out."""
    while key:
        yield places[key]
        key = places[key].parent
