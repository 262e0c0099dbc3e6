"""Circles that stand for many incidents: the cells that these are gathered in, and the sizes of circles."""

from __future__ import annotations

from math import sqrt

from archive.maps.boxes import Frame
from archive.maps.mercator import WORLD
from archive.vocabulary import Located

#: Leaflet's zoom beyond which the outlines have nothing more to show.
LARGEST_ZOOM = 12
#: At zoom 0 the world is so many cells wide: each is 64 pixels.
CELLS = 4
#: A map is gathered into so many cells at most.
MOST_CELLS = 2048
#: The radius of the smallest and of the largest circle: a finger meets the smallest.
SMALLEST, LARGEST = 12, 34
#: How far the circle of an area stands from the middle of that area, beyond its own edge.
APART = 8


def cell_at(zoom: int) -> int:
    """How long the sides of a cell are at Leaflet's zoom, in units."""
    return (WORLD // CELLS) >> zoom


def zoom_within(zoom: int, frame: Frame) -> int:
    """The zoom, or the closest that gathers this part of the world in no more cells than a map has."""
    while zoom > 0 and _cells(zoom, frame) > MOST_CELLS:
        zoom -= 1
    return zoom


def _cells(zoom: int, frame: Frame) -> float:
    cell = cell_at(zoom)
    return (frame.width // cell + 2) * (frame.height // cell + 2)


def aside_of(located: Located, radius: float) -> float:
    """How far up and to the right of its coordinates a circle is drawn.

    An area has no spot, and often a town in its middle, whose circle it would hide.
    """
    return 0 if located is Located.SPOT else round(radius * sqrt(0.5) + APART, 1)


def radius_of(count: int, largest: int) -> float:
    """Of a circle whose area follows the count; `largest` is the greatest count on the map.

    A circle is never too small to be met, however little it stands for.
    """
    return round(max(SMALLEST, LARGEST * sqrt(count / largest)), 1)
