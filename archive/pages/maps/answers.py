"""What the script of the map asks for: the circles of what it shows, and the incidents of one circle."""

from __future__ import annotations

from collections.abc import Sequence

import orjson
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from archive.filters import BadFilter, IncidentFilters, filtered
from archive.keeping import for_everybody
from archive.maps import LARGEST_ZOOM, BadBox, Box, box_of, degrees_at, frame_of, read_box, zoom_within
from archive.models import IncidentEntry
from archive.pages import asking
from archive.pages.cards import cards
from archive.pages.maps.circles import FEW, Circle, circles
from archive.pages.maps.narrowed import narrowed

#: What the script says of the part of the world that it shows.
OF_THE_MAP = ("view", "zoom")
ZOOMS = {str(zoom): zoom for zoom in range(LARGEST_ZOOM + 1)}
WHOLE = Box(-180, -90, 180, 90)
#: Degrees have so many digits, the last of which is about a metre.
DIGITS = 5


@require_safe
@for_everybody
def circles_within(request: HttpRequest) -> HttpResponse:
    """The circles within `view` at `zoom`, as GeoJSON (RFC 7946)."""
    try:
        narrowing = narrowed(request.GET, OF_THE_MAP)
        view, zoom = _view(request.GET)
    except BadFilter as bad:
        return HttpResponse(orjson.dumps({"errors": bad.errors}), content_type="application/json", status=400)
    asked = request.GET.copy()
    for name in OF_THE_MAP:
        asked.pop(name, None)
    answer = orjson.dumps(_collection(circles(asked, narrowing, zoom, view)))
    return HttpResponse(answer, content_type="application/geo+json")


def _view(asked: QueryDict) -> tuple[Box | None, int]:
    """What the script shows, and from how near. Raises BadFilter."""
    zoom, view = str(asked.get("zoom") or "0"), str(asked.get("view", ""))
    if zoom not in ZOOMS:
        raise BadFilter({"zoom": [f"Give a whole number from 0 to {LARGEST_ZOOM}."]})
    try:
        box = read_box(view) if view else None
    except BadBox as bad:
        raise BadFilter({"view": [str(bad)]}) from bad
    return box, zoom_within(ZOOMS[zoom], frame_of(box or WHOLE))


def _collection(found: Sequence[Circle]) -> dict[str, object]:
    said = ngettext("%(number)s circle is shown.", "%(number)s circles are shown.", len(found))
    features = [_feature(each) for each in found]
    return {"type": "FeatureCollection", "said": said % {"number": len(found)}, "features": features}


def _feature(circle: Circle) -> dict[str, object]:
    latitude, longitude = degrees_at(*circle.point)
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(longitude, DIGITS), round(latitude, DIGITS)]},
        "bbox": [round(side, DIGITS) for side in box_of(circle.frame)],
        "properties": {
            "located": circle.located,
            "incidents": circle.incidents,
            "text": circle.text,
            "radius": circle.radius,
            "aside": circle.aside,
            "reach": circle.reach,
            "query": circle.query,
            "listed": circle.is_listed,
        },
    }


@require_safe
@for_everybody
def incidents_here(request: HttpRequest) -> HttpResponse:
    """The newest of the incidents that are asked for, as a part of a page: what a circle says when opened."""
    published = IncidentEntry.objects.published().in_brief()
    try:
        found, _ = filtered(published, request.GET, IncidentFilters, also=asking.OF_THE_PAGE, blanks=True)
    except BadFilter as bad:
        return render(request, "lists/_errors.html", {"errors": bad.errors}, status=400)
    query = asking.without(request.GET)
    context = {"cards": cards(found[:FEW]), "incidents": found.count(), "query": query}
    return render(request, "maps/_here.html", context)
