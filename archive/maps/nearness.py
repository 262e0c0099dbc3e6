"""How far points of the earth lie from one another, and what lies near one of them.

The earth is taken for a sphere, which is exact to half a percent:
https://en.wikipedia.org/wiki/Great-circle_distance
"""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, degrees, isfinite, pi, radians, sin, sqrt
from typing import NamedTuple

from archive.language import gettext
from archive.maps.boxes import Box

#: The mean radius of the earth: https://en.wikipedia.org/wiki/Earth_radius#Arithmetic_mean_radius
RADIUS_KM = 6371.0088
#: Half the way around the earth: nothing is further away from anything.
FURTHEST_KM = pi * RADIUS_KM
#: Boxes are drawn so much larger, in degrees, than they must be: points are stored in whole units.
SLACK = 0.001


class BadPlace(ValueError):
    """The text names no point; the message says what to write."""


class Middle(NamedTuple):
    """A point of the earth, in degrees."""

    latitude: float
    longitude: float


class Vicinity(NamedTuple):
    """Everything within so many kilometres of a point."""

    middle: Middle
    kilometres: float


def read_point(text: str) -> Middle:
    """The point that an address names: latitude,longitude. Raises BadPlace."""
    try:
        latitude, longitude = map(float, text.split(","))
    except ValueError as error:
        raise BadPlace(gettext("Give two numbers of degrees: latitude,longitude, like 30.7,66.6.")) from error
    if not (isfinite(latitude) and isfinite(longitude)) or abs(latitude) > 90 or abs(longitude) > 180:
        raise BadPlace(gettext("The latitude lies between -90 and 90, the longitude between -180 and 180."))
    return Middle(latitude, longitude)


def kilometres_between(one: Middle, other: Middle) -> float:
    """The shortest way over the surface."""
    height = radians(other.latitude - one.latitude) / 2
    width = radians(other.longitude - one.longitude) / 2
    part = sin(height) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(width) ** 2
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(part)))


def boxes_around(vicinity: Vicinity) -> Sequence[Box]:
    """Boxes that hold the vicinity: one, or two where it crosses the 180th meridian."""
    middle, angle = vicinity.middle, vicinity.kilometres / RADIUS_KM
    high = degrees(angle) + SLACK
    south, north = max(middle.latitude - high, -90.0), min(middle.latitude + high, 90.0)
    if south <= -90 or north >= 90:
        return [Box(-180.0, south, 180.0, north)]
    # Where a meridian touches the vicinity: https://en.wikipedia.org/wiki/Solution_of_triangles#Solving_spherical_triangles
    wide = degrees(asin(min(1.0, sin(angle) / cos(radians(middle.latitude))))) + SLACK
    west, east = middle.longitude - wide, middle.longitude + wide
    if west < -180:
        return [Box(-180.0, south, east, north), Box(west + 360, south, 180.0, north)]
    if east > 180:
        return [Box(west, south, 180.0, north), Box(-180.0, south, east - 360, north)]
    return [Box(west, south, east, north)]
