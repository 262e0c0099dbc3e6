"""Web Mercator in whole units: the world is a square, x grows to the east and y to the south.

https://en.wikipedia.org/wiki/Web_Mercator_projection
"""

from __future__ import annotations

from math import asinh, atan, cos, degrees, pi, radians, sinh, tan
from typing import NamedTuple

#: The sides of the square. A unit is less than three metres long.
WORLD = 1 << 24
#: How far north and south the square reaches, in degrees.
EDGE = 85.0511287
#: How long the equator is.
EQUATOR_KM = 40075.017


class Point(NamedTuple):
    """A point of the square, in units."""

    x: float
    y: float


def point_at(latitude: float, longitude: float) -> Point:
    """Where the coordinates (in degrees) lie, in whole units; what lies beyond the edge lies on it."""
    north = min(max(latitude, -EDGE), EDGE)
    x = (longitude / 360 + 0.5) * WORLD
    y = (0.5 - asinh(tan(radians(north))) / (2 * pi)) * WORLD
    return Point(_within(x), _within(y))


def _within(place: float) -> int:
    return min(max(round(place), 0), WORLD - 1)


def degrees_at(x: float, y: float) -> tuple[float, float]:
    """The latitude and the longitude of a point."""
    return degrees(atan(sinh(pi * (1 - 2 * y / WORLD)))), (x / WORLD - 0.5) * 360


def kilometres_per_unit(y: float) -> float:
    """How long a unit is at this height: the further from the equator, the shorter."""
    latitude, _ = degrees_at(0, y)
    return EQUATOR_KM * cos(radians(latitude)) / WORLD
