"""The circles of a map: what each stands for, how large it is, and where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from archive.filters import Cluster, Narrowing, clusters
from archive.maps import KILOMETRES, LARGEST_ZOOM, Box, Frame, Point, aside_of, box_of, box_text, radius_of
from archive.pages import asking
from archive.pages.labels import labels
from archive.vocabulary import Located
from archive.wording import number_text

#: So many incidents are listed at once instead of being shown from nearer by.
FEW = 8
#: So much around what is gathered still belongs to it when its box is written in degrees.
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Circle:
    """`radius`: in pixels; `reach`: in kilometres, of the ring around a single area.

    `place`: the name of the only place. `query`: that of the list of these incidents. `is_listed`: it leads
    to that list; else to the map from nearer by.
    """

    located: Located
    incidents: int
    point: Point
    frame: Frame
    place: str
    radius: float
    reach: int
    query: str
    is_listed: bool

    @property
    def text(self) -> str:
        """“12 incidents in Quetta: at or near a spot”."""
        number = number_text(self.incidents)
        many = ngettext("%(number)s incident", "%(number)s incidents", self.incidents) % {"number": number}
        where = self.place or gettext("several places")
        return gettext("%(many)s in %(where)s: %(located)s") % {
            "many": many,
            "where": where,
            "located": self.located.label,
        }

    @property
    def aside(self) -> float:
        """How far up and to the right it is drawn, in pixels."""
        return aside_of(self.located, self.radius)

    @property
    def href(self) -> str:
        return f"/incidents/{'' if self.is_listed else 'map/'}{self.query}"


def circles(asked: QueryDict, narrowing: Narrowing, zoom: int, view: Box | None = None) -> Sequence[Circle]:
    """Of the incidents that are asked for, within the view; the largest first. Three queries at most."""
    found = clusters(narrowing, zoom, view)
    names = labels("place", sorted({each.place for each in found} - {""}))
    largest = found[0].incidents if found else 1
    return [_circle(each, names.get(each.place, ""), largest, zoom, asked) for each in found]


def _circle(found: Cluster, name: str, largest: int, zoom: int, asked: QueryDict) -> Circle:
    located = Located(found.located)
    box = box_text(box_of(found.frame.padded(MARGIN)))
    return Circle(
        located,
        found.incidents,
        Point(found.x, found.y),
        found.frame,
        name,
        radius_of(found.incidents, largest),
        KILOMETRES[located] if found.place else 0,
        asking.with_one(asked, bbox=box, located=located.value),
        found.incidents <= FEW or bool(found.place) or zoom >= LARGEST_ZOOM,
    )
