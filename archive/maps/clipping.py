"""What of a ring lies within a frame (Sutherland and Hodgman).

https://en.wikipedia.org/wiki/Sutherland–Hodgman_algorithm
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive.maps.boxes import Frame
from archive.maps.mercator import Point


class Side(NamedTuple):
    """One side of a frame: which coordinate it bounds, where, and whether what is greater lies within."""

    axis: int
    bound: float
    above: bool

    def held(self, ring: Sequence[Point]) -> Sequence[bool]:
        """Which of the points lie within."""
        axis, bound = self.axis, self.bound
        return (
            [point[axis] >= bound for point in ring]
            if self.above
            else [point[axis] <= bound for point in ring]
        )

    def met(self, start: Point, end: Point) -> Point:
        """Where the line between two points, one on each hand, crosses the side.

        It is reckoned in the same direction for both neighbours of a border, which then meet there exactly.
        """
        start, end = sorted((start, end))
        share = (self.bound - start[self.axis]) / (end[self.axis] - start[self.axis])
        other = start[1 - self.axis] + share * (end[1 - self.axis] - start[1 - self.axis])
        return Point(self.bound, other) if self.axis == 0 else Point(other, self.bound)


def clipped(ring: Sequence[Point], frame: Frame) -> Sequence[Point]:
    """The ring without what lies outside; where it leaves the frame, it goes on along its sides."""
    sides = (
        Side(0, frame.left, True),
        Side(0, frame.right, False),
        Side(1, frame.top, True),
        Side(1, frame.bottom, False),
    )
    for side in sides:
        held = side.held(ring)
        if not all(held):
            ring = list(_cut(ring, held, side))
    return ring


def _cut(ring: Sequence[Point], held: Sequence[bool], side: Side) -> Iterator[Point]:
    before, was_held = ring[-1], held[-1]
    for point, is_held in zip(ring, held, strict=True):
        if was_held != is_held:
            yield side.met(before, point)
        if is_held:
            yield point
        before, was_held = point, is_held
