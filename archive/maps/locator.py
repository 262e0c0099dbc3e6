"""A small map that shows where in the world the places of one incident lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.citing.spots import Spot
from archive.maps.boxes import Frame
from archive.maps.drawing import View, path_of, view_of
from archive.maps.extents import KILOMETRES, LOCATED_BY
from archive.maps.mercator import Point, kilometres_per_unit, point_at
from archive.maps.outlines import Outline
from archive.vocabulary import Located

#: The size of the drawing; it is shown at half of it.
WIDTH, HEIGHT = 640, 440
#: So much of the world is shown around a place, in kilometres, or three times the ring of a large area.
AROUND = 850
#: A ring is never so small that the mark of a spot hides it.
SEEN = 24
#: The lengths that a scale may have, in kilometres, and what part of the breadth it takes at most.
LENGTHS = (1000, 500, 200, 100, 50, 20, 10)
PART = 0.3


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the drawing; `reach`: the radius of its ring, nothing for a spot.

    `numbers`: the attacks that happened there, none where the incident as a whole did.
    """

    x: float
    y: float
    reach: float
    spot: Spot
    located: Located
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Locator:
    """Everything to draw. `scale`: the length of so many `kilometres` on the drawing."""

    width: int
    height: int
    land: str
    marks: tuple[Mark, ...]
    kilometres: int
    scale: float

    @property
    def is_numbered(self) -> bool:
        """Whether the marks must be told from one another."""
        return len(self.marks) > 1


def locator_of(places: Iterable[tuple[int | None, Spot]], outlines: Sequence[Outline]) -> Locator | None:
    """The map of these places, each with the number of its attack; none where there are no places."""
    by_spot: dict[Spot, list[int]] = {}
    for number, spot in places:
        by_spot.setdefault(spot, []).extend([] if number is None else [number])
    if not by_spot:
        return None
    view = view_of(_frame(by_spot), WIDTH, HEIGHT)
    kilometres, scale = _scale(view)
    marks = tuple(_mark(spot, tuple(numbers), view) for spot, numbers in by_spot.items())
    return Locator(WIDTH, HEIGHT, path_of(outlines, view), marks, kilometres, scale)


def _frame(spots: Mapping[Spot, object]) -> Frame:
    """All the spots with what lies around each."""
    corners: list[Point] = []
    for spot in spots:
        here = _point(spot)
        reach = max(AROUND, 3 * KILOMETRES[LOCATED_BY[spot.precision]]) / kilometres_per_unit(here.y)
        around = Frame.around([here]).padded(reach)
        corners += [Point(around.left, around.top), Point(around.right, around.bottom)]
    return Frame.around(corners)


def _point(spot: Spot) -> Point:
    return point_at(spot.latitude, spot.longitude)


def _mark(spot: Spot, numbers: tuple[int, ...], view: View) -> Mark:
    point, located = _point(spot), LOCATED_BY[spot.precision]
    reach = 0 if located is Located.SPOT else max(SEEN, view.length(KILOMETRES[located], point.y))
    return Mark(*view.at(point), reach, spot, located, numbers)


def _scale(view: View) -> tuple[int, float]:
    """The longest length that fits, as it is in the middle of the drawing."""
    middle = (view.frame.top + view.frame.bottom) / 2
    lengths = [(kilometres, view.length(kilometres, middle)) for kilometres in LENGTHS]
    return next((each for each in lengths if each[1] <= PART * view.width), lengths[-1])
