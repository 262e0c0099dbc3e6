"""A part of the world on a drawing, and the outlines within it as the path of an SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2

from archive.maps.boxes import Frame
from archive.maps.circles import LARGEST_ZOOM
from archive.maps.clipping import clipped
from archive.maps.mercator import WORLD, Point, kilometres_per_unit
from archive.maps.outlines import Outline

#: No view is narrower than this, in units: some ten kilometres.
NARROWEST = WORLD >> 12
#: Outlines go on so far beyond the edges of a drawing that the cut is not seen.
BEYOND = 8
#: Land that is no broader than this on a drawing is left out.
SPECK = 3
#: The breadth of the world at zoom 0 of Leaflet.
TILE = 256

Corner = tuple[int, int]


@dataclass(frozen=True, slots=True)
class View:
    """A drawing of `width` × `height`, whose upper left corner lies at `left`, `top` of the world.

    `scale`: how much of the drawing a unit of the world takes.
    """

    left: float
    top: float
    scale: float
    width: int
    height: int

    @property
    def frame(self) -> Frame:
        """What of the world the drawing shows."""
        right, bottom = self.left + self.width / self.scale, self.top + self.height / self.scale
        return Frame(self.left, self.top, right, bottom)

    @property
    def zoom(self) -> int:
        """Leaflet's zoom that comes nearest."""
        return min(max(round(log2(self.scale * WORLD / TILE)), 0), LARGEST_ZOOM)

    def at(self, point: Point) -> tuple[float, float]:
        """Where the point lies on the drawing."""
        return round((point.x - self.left) * self.scale, 1), round((point.y - self.top) * self.scale, 1)

    def length(self, kilometres: float, y: float) -> float:
        """How long that is on the drawing, at this height of the world."""
        return round(kilometres / kilometres_per_unit(y) * self.scale, 1)


def view_of(frame: Frame, width: int, height: int) -> View:
    """The drawing of that size in whose middle the whole frame lies, as large as can be."""
    across, down = max(frame.width, NARROWEST), max(frame.height, NARROWEST)
    scale = min(width / across, height / down)
    left = (frame.left + frame.right - width / scale) / 2
    top = (frame.top + frame.bottom - height / scale) / 2
    return View(left, top, scale, width, height)


def path_of(outlines: Iterable[Outline], view: View) -> str:
    """The `d` of an SVG path: every ring in whole numbers, each corner by its difference from the last."""
    frame = view.frame.padded(BEYOND / view.scale)
    seen = (each for each in outlines if each.frame.meets(frame) and _breadth(each) * view.scale > SPECK)
    rings = (_corners(clipped(outline.ring, frame), view) for outline in seen)
    return "".join(_written(ring) for ring in rings if len(ring) > 2)


def _breadth(outline: Outline) -> float:
    return max(outline.frame.width, outline.frame.height)


def _corners(ring: Iterable[Point], view: View) -> Sequence[Corner]:
    """The ring on the drawing's grid, each corner once in a row."""
    placed = [(round((x - view.left) * view.scale), round((y - view.top) * view.scale)) for x, y in ring]
    return [corner for before, corner in pairwise([*placed[-1:], *placed]) if corner != before]


def _written(ring: Sequence[Corner]) -> str:
    (x, y), steps = ring[0], pairwise(ring)
    lines = "".join(_numbers(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in steps)
    return f"M{x} {y}l{lines.lstrip()}z"


def _numbers(x: int, y: int) -> str:
    """Two numbers in as few signs as SVG needs."""
    return "".join(_signed(number) for number in (x, y))


def _signed(number: int) -> str:
    return f" {number}" if number >= 0 else str(number)
