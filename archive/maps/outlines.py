"""The outlines of countries, from the small file in which they are kept.

The file holds arcs, which neighbours share, and rings of them. Numbers are hundredths of degrees; after its
first point an arc goes on by differences. A ring names its arcs; ~n is the n-th one backwards. The README
beside this file tells where the outlines come from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from archive.maps.boxes import Frame
from archive.maps.mercator import Point, point_at


class Outline(NamedTuple):
    """One ring of land, in units, and the frame around it."""

    ring: tuple[Point, ...]
    frame: Frame


def read_outlines(data: bytes) -> tuple[Outline, ...]:
    """Every ring of the file, the largest piece of land as good as the smallest."""
    held = json.loads(data)
    arcs = [points_of(arc, held["per_degree"]) for arc in held["arcs"]]
    rings = (tuple(point_at(y, x) for x, y in joined(ring, arcs)) for ring in held["rings"])
    return tuple(Outline(ring, Frame.around(ring)) for ring in rings)


def points_of(arc: Sequence[int], per_degree: int) -> list[Point]:
    """The arc in degrees, the longitude of each point first."""
    longitudes, latitudes = accumulate(arc[::2]), accumulate(arc[1::2])
    return [Point(x / per_degree, y / per_degree) for x, y in zip(longitudes, latitudes, strict=True)]


def joined(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> Iterator[Point]:
    """The arcs one after the other; each begins where the one before it ends."""
    for name in ring:
        yield from (arcs[name] if name >= 0 else arcs[~name][::-1])[1:]
