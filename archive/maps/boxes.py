"""Rectangles of the earth: in degrees as addresses write them, and in units as they are counted by."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import NamedTuple

from archive.language import gettext
from archive.maps.mercator import WORLD, Point, degrees_at, point_at

#: A hundred-thousandth of a degree is about one metre.
DIGITS = 5


class BadBox(ValueError):
    """The text names no box; the message says what to write."""


class Box(NamedTuple):
    """The sides of a box in degrees, in the order of RFC 7946."""

    west: float
    south: float
    east: float
    north: float

    def __str__(self) -> str:
        return box_text(self)


class Frame(NamedTuple):
    """The sides of a box in units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def padded(self, by: float) -> Frame:
        """With so much more on each side, as far as the world goes."""
        return Frame(
            max(self.left - by, 0),
            max(self.top - by, 0),
            min(self.right + by, WORLD),
            min(self.bottom + by, WORLD),
        )

    def meets(self, other: Frame) -> bool:
        across = self.left <= other.right and other.left <= self.right
        return across and self.top <= other.bottom and other.top <= self.bottom

    @classmethod
    def around(cls, points: Iterable[Point]) -> Frame:
        """The smallest that holds these; there must be one."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))


def read_box(text: str) -> Box:
    """The box that an address names: west,south,east,north. Raises BadBox."""
    parts = text.split(",")
    if len(parts) != len(Box._fields):
        raise BadBox(gettext("Give four numbers of degrees: west,south,east,north."))
    try:
        box = Box(*map(float, parts))
    except ValueError as error:
        raise BadBox(gettext("Give numbers of degrees, like 60.5,23,77.8,37.1.")) from error
    if not all(map(isfinite, box)) or max(abs(box.south), abs(box.north)) > 90:
        raise BadBox(gettext("South and north lie between -90 and 90."))
    if max(abs(box.west), abs(box.east)) > 180:
        raise BadBox(gettext("West and east lie between -180 and 180."))
    if box.west > box.east or box.south > box.north:
        raise BadBox(gettext("West comes before east and south before north: west,south,east,north."))
    return box


def box_text(box: Box) -> str:
    """As an address writes it."""
    return ",".join(f"{round(side, DIGITS) + 0.0:.{DIGITS}f}".rstrip("0").rstrip(".") for side in box)


def frame_of(box: Box) -> Frame:
    north_west, south_east = point_at(box.north, box.west), point_at(box.south, box.east)
    return Frame(north_west.x, north_west.y, south_east.x, south_east.y)


def box_of(frame: Frame) -> Box:
    north, west = degrees_at(frame.left, frame.top)
    south, east = degrees_at(frame.right, frame.bottom)
    return Box(west, south, east, north)
