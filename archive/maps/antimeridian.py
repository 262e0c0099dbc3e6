"""Rings that cross the antimeridian, cut where the edge of a map is.

https://datatracker.ietf.org/doc/html/rfc7946#section-3.1.9
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.maps.boxes import Frame
from archive.maps.clipping import clipped
from archive.maps.mercator import Point

HALF, WHOLE, POLE = 180.0, 360.0, 90.0
BETWEEN_THE_EDGES = Frame(-HALF, -POLE, HALF, POLE)


def crosses(ring: Sequence[Point]) -> bool:
    """Whether the ring (in degrees) goes over the edge, or beyond it."""
    jumps = any(abs(end.x - start.x) > HALF for start, end in pairwise([*ring, *ring[:1]]))
    return jumps or any(abs(point.x) > HALF for point in ring)


def cut(ring: Sequence[Point]) -> Iterator[Sequence[Point]]:
    """The pieces of the ring between both edges; the last point is not the first once more."""
    whole = _unwrapped(ring)
    for turn in (-WHOLE, 0.0, WHOLE):
        piece = clipped([Point(x + turn, y) for x, y in whole], BETWEEN_THE_EDGES)
        if piece:
            yield piece


def _unwrapped(ring: Sequence[Point]) -> list[Point]:
    """The ring without jumps; where it goes around a pole, by way of that pole."""
    found = list(unrolled(ring))
    (end,) = unrolled(ring[:1], found[-1].x)
    if end.x == ring[0].x:
        return found
    pole = POLE if sum(point.y for point in ring) > 0 else -POLE
    return [*found, end, Point(end.x, pole), Point(ring[0].x, pole)]


def unrolled(line: Sequence[Point], before: float | None = None) -> Iterator[Point]:
    """The line without jumps: each point as near to the one before as can be, if need be beyond the edge."""
    for x, y in line:
        x += 0 if before is None else WHOLE * round((before - x) / WHOLE)
        before = x
        yield Point(x, y)
