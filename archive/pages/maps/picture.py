"""The map as a picture that needs no script: land, and circles that are links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from archive.filters import Narrowing, Spread
from archive.maps import (
    WORLD,
    Frame,
    View,
    box_of,
    box_text,
    frame_of,
    kilometres_per_unit,
    path_of,
    view_of,
    zoom_within,
)
from archive.pages.maps.circles import Circle, circles
from archive.pages.maps.land import land

#: The size of the drawing.
WIDTH, HEIGHT = 960, 600
#: Around what is shown there is room: a part of its breadth, and some kilometres.
PART, KILOMETRES = 0.08, 250
WHOLE = Frame(0, WORLD * 0.15, WORLD, WORLD * 0.75)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A circle and where its coordinates lie on the drawing; `reach`: the radius of a ring around these."""

    circle: Circle
    x: float
    y: float
    reach: float

    @property
    def at(self) -> tuple[float, float]:
        """Where the circle itself stands."""
        return round(self.x + self.circle.aside, 1), round(self.y - self.circle.aside, 1)


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw; `box`: what of the world it shows, as an address writes it."""

    width: int
    height: int
    land: str
    circles: Sequence[Drawn]
    box: str


def picture(asked: QueryDict, narrowing: Narrowing, found: Spread) -> Picture:
    """The box that is asked for or, without one, all incidents that are. At most three queries."""
    view = view_of(_shown(narrowing, found), WIDTH, HEIGHT)
    gathered = circles(asked, narrowing, zoom_within(view.zoom, view.frame)) if found.incidents else ()
    box = box_text(box_of(view.frame.padded(0)))
    return Picture(WIDTH, HEIGHT, path_of(land(), view), [_drawn(each, view) for each in gathered], box)


def _shown(narrowing: Narrowing, found: Spread) -> Frame:
    if narrowing.asked["bbox"]:
        return frame_of(narrowing.asked["bbox"])
    if found.frame is None:
        return WHOLE
    around = KILOMETRES / kilometres_per_unit((found.frame.top + found.frame.bottom) / 2)
    return found.frame.padded(around + PART * found.frame.width)


def _drawn(circle: Circle, view: View) -> Drawn:
    reach = view.length(circle.reach, circle.point.y)
    return Drawn(circle, *view.at(circle.point), reach if reach > circle.radius else 0)
