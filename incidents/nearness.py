"""Whether two incidents are near one another in time and place, so that they may be one event. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from archive.dates import Bounds

#: Dates count as near that overlap when each is drawn out by so much.
SLACK = timedelta(days=1)
#: A date that spans more says too little to be near another.
WIDEST = timedelta(days=31)
NEAR_KM = 25.0
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its key, its parent's, and its degrees of latitude and longitude where they are known."""

    key: int
    parent: int | None = None
    latitude: float | None = None
    longitude: float | None = None


def window(days: Bounds) -> tuple[date, date] | None:
    """Between which days another incident begins that may be near in time; None where no other is."""
    if days.earliest is None or days.latest is None or days.latest - days.earliest > WIDEST:
        return None
    return shifted(days.earliest, -WIDEST - SLACK), shifted(days.latest, SLACK)


def near_in_time(one: Bounds, other: Bounds) -> bool:
    """Whether the two overlap within a day, and both are close enough to mean anything."""
    if window(one) is None or window(other) is None:
        return False
    return _begins(one) <= _ends(other) and _begins(other) <= _ends(one)


def near_in_place(one: int, other: int, spots: Mapping[int, Spot]) -> bool:
    """Whether the places are the same, one lies within the other, or they are within 25 km."""
    around = one in chain(other, spots) or other in chain(one, spots)
    return around or _distance(spots[one], spots[other]) <= NEAR_KM


def chain(key: int, spots: Mapping[int, Spot]) -> Iterator[int]:
    """The place and those around it, as far as they are known."""
    seen: set[int] = set()
    here: int | None = key
    while here is not None and here in spots and here not in seen:
        yield here
        seen.add(here)
        here = spots[here].parent


def shifted(day: date, by: timedelta) -> date:
    """The day so much later, within the calendar."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


def _begins(days: Bounds) -> date:
    return days.earliest or date.min


def _ends(days: Bounds) -> date:
    return shifted(days.latest or date.max, SLACK)


def _distance(one: Spot, other: Spot) -> float:
    """Kilometres on the sphere; endless where coordinates are not known."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return float("inf")
    (north, east), (up, right) = _radians(one), _radians(other)
    half = sin((up - north) / 2) ** 2 + cos(north) * cos(up) * sin((right - east) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _radians(spot: Spot) -> tuple[float, float]:
    return radians(spot.latitude or 0), radians(spot.longitude or 0)
