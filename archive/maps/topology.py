"""From TopoJSON to the small file of outlines: fewer points, and only what is drawn.

Neighbours share their arcs, so a border stays one line however much it is simplified.
https://github.com/topojson/topojson-specification
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import hypot
from typing import Any

from archive.maps.antimeridian import crosses, cut, unrolled
from archive.maps.mercator import Point
from archive.maps.outlines import joined, points_of

Place = tuple[float, float]

#: What is left out of an arc lies no further from it than this, in degrees.
TOLERANCE = 0.03
#: In what part of a degree the numbers are kept.
PER_DEGREE = 100
#: An island keeps its shape: its own breadth, divided by this, is tolerance enough.
SHAPE = 8
#: What has fewer corners encloses nothing.
TRIANGLE = 3


def outlines_from(topology: Mapping[str, Any], origin: str) -> dict[str, Any]:
    """What the file of outlines holds. `topology`: with an object “countries”; `origin`: a line about it."""
    arcs = [_coded(simplified(places)) for places in _arcs(topology)]
    rings = list(_cut(_rings(topology["objects"]["countries"]["geometries"]), arcs))
    return {"origin": origin, "per_degree": PER_DEGREE, "arcs": arcs, "rings": rings}


def _arcs(topology: Mapping[str, Any]) -> Iterator[Sequence[Place]]:
    """The arcs in degrees."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        xs, ys = (accumulate(steps) for steps in zip(*arc, strict=True))
        places = [Point(x * scale_x + left, y * scale_y + bottom) for x, y in zip(xs, ys, strict=True)]
        yield list(unrolled(places))


def _rings(countries: Sequence[Mapping[str, Any]]) -> Iterator[Sequence[int]]:
    """Every ring. One within another is no hole of the land but another country's, and drawn as land too."""
    for country in countries:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        yield from (ring for polygon in polygons for ring in polygon)


def _cut(rings: Iterable[Sequence[int]], arcs: list[list[int]]) -> Iterator[Sequence[int]]:
    """The rings that enclose anything; of those that go over the edge of the map, their pieces.

    Each piece has an arc of its own, which is added to the arcs.
    """
    lines = [points_of(arc, PER_DEGREE) for arc in arcs]
    for ring in rings:
        points = list(joined(ring, lines))
        if len(points) < TRIANGLE:
            continue
        if not crosses(points):
            yield ring
            continue
        for piece in cut(points):
            arcs.append(_coded([*piece, piece[0]]))
            yield [len(arcs) - 1]


def simplified(places: Sequence[Place]) -> list[Place]:
    """The arc with its ends and as few places between them as the tolerance allows (Ramer, Douglas, Peucker).

    https://en.wikipedia.org/wiki/Ramer–Douglas–Peucker_algorithm
    """
    breadth = max(max(axis) - min(axis) for axis in zip(*places, strict=True))
    tolerance = min(TOLERANCE, breadth / SHAPE)
    kept, waiting = {0, len(places) - 1}, [(0, len(places) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, distance = _furthest(places, first, last)
        if distance > tolerance:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return [places[index] for index in sorted(kept)]


def _furthest(places: Sequence[Place], first: int, last: int) -> tuple[int, float]:
    """The place between the two that lies furthest from their line, and how far."""
    start, end = places[first], places[last]
    found = ((_distance(places[index], start, end), index) for index in range(first + 1, last))
    distance, index = max(found, default=(0.0, first))
    return index, distance


def _distance(place: Place, start: Place, end: Place) -> float:
    """From a place to the straight line between two others."""
    (x, y), (x0, y0), (dx, dy) = place, start, (end[0] - start[0], end[1] - start[1])
    length = dx * dx + dy * dy
    along = min(max(((x - x0) * dx + (y - y0) * dy) / length, 0), 1) if length else 0
    return hypot(x - x0 - along * dx, y - y0 - along * dy)


def _coded(places: Sequence[Place]) -> list[int]:
    """In whole parts of a degree, each place by its difference from the one before."""
    whole = [(round(x * PER_DEGREE), round(y * PER_DEGREE)) for x, y in places]
    steps = [(x - x0, y - y0) for (x0, y0), (x, y) in pairwise(whole)]
    return [number for step in [whole[0], *(step for step in steps if step != (0, 0))] for number in step]
