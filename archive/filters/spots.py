"""Where the incidents that are asked for stand on a map, gathered by the database into circles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Avg, Count, F, Max, Min, QuerySet

from archive.filters.incidents import vicinity_of
from archive.filters.narrowing import Narrowing
from archive.maps import Box, Frame, cell_at
from archive.models import IncidentSpot

#: The ends of what is gathered, in the order of a frame.
ENDS = {"left": Min("x"), "top": Min("y"), "right": Max("x"), "bottom": Max("y")}


class Cluster(NamedTuple):
    """Incidents that stand near one another, as exactly located: how many, around which point, within what.

    `place`: the key of the place that locates all of them, empty where there are several.
    """

    located: str
    incidents: int
    x: float
    y: float
    frame: Frame
    place: str


class Spread(NamedTuple):
    """How many incidents stand on the map, and what holds all of them; no frame where there are none."""

    incidents: int
    frame: Frame | None


class PlaceCount(NamedTuple):
    """A place, as what its incidents stand there, and how many they are."""

    place: str
    located: str
    incidents: int


def _spots(narrowing: Narrowing, view: Box | None = None) -> QuerySet[IncidentSpot]:
    asked = narrowing.asked
    spots = IncidentSpot.objects.located(
        *asked["located"], box=asked["bbox"] or None, vicinity=vicinity_of(asked)
    )
    return narrowing.among(spots.located(box=view)).order_by()


def spread(narrowing: Narrowing) -> Spread:
    """One query."""
    found = _spots(narrowing).aggregate(incidents=Count("incident", distinct=True), **ENDS)
    incidents = found.pop("incidents")
    return Spread(incidents, Frame(**found) if incidents else None)


def clusters(narrowing: Narrowing, zoom: int, view: Box | None = None) -> Sequence[Cluster]:
    """What stands within the view, gathered by the cells of the zoom, the most incidents first. One query."""
    cell = cell_at(zoom)
    rows: Any = _spots(narrowing, view).annotate(column=F("x") / cell, row=F("y") / cell)
    gathered = rows.values("located", "column", "row").annotate(
        incidents=Count("incident", distinct=True),
        middle=Avg("x"),
        height=Avg("y"),
        first=Min("key"),
        last=Max("key"),
        **ENDS,
    )
    return [_cluster(row) for row in gathered.order_by("-incidents", "located", "column", "row")]


def _cluster(row: dict[str, Any]) -> Cluster:
    return Cluster(
        row["located"],
        row["incidents"],
        float(row["middle"]),
        float(row["height"]),
        Frame(*(row[end] for end in ENDS)),
        row["first"] if row["first"] == row["last"] else "",
    )


def counted_places(narrowing: Narrowing, most: int) -> Sequence[PlaceCount]:
    """The places at which most incidents stand, at most so many. One query."""
    counted = _spots(narrowing).values("key", "located").annotate(incidents=Count("pk"))
    found = counted.order_by("-incidents", "key", "located")[:most]
    return [PlaceCount(row["key"], row["located"], row["incidents"]) for row in found]
