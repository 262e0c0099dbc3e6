"""The page of the map, and what its script asks for: circles, and the incidents of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import orjson
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from archive.filters import BadFilter, IncidentFilters, Narrowing, filtered, spread, totals
from archive.maps import LARGEST_ZOOM, BadBox, Box, box_of, degrees_at, frame_of, read_box, zoom_within
from archive.models import IncidentEntry
from archive.pages import asking
from archive.pages.cards import cards
from archive.pages.facets import facets
from archive.pages.filter_fields import chosen, filter_fields
from archive.pages.keeping import until_published
from archive.pages.maps.circles import FEW, Circle, circles
from archive.pages.maps.picture import picture
from archive.pages.maps.table import table
from archive.vocabulary import Located

#: What the script says of the part of the world that it shows.
OF_THE_MAP = ("view", "zoom")
ZOOMS = {str(zoom): zoom for zoom in range(LARGEST_ZOOM + 1)}
WHOLE = Box(-180, -90, 180, 90)


@require_safe
def incident_map(request: HttpRequest) -> HttpResponse:
    asked = request.GET
    try:
        narrowing = _narrowing(asked, asking.OF_THE_PAGE)
    except BadFilter as bad:
        return render(request, "maps/incidents.html", _common(asked, bad.errors), status=400)
    kept = until_published(f"map {asking.without(asked)}", lambda: _shown(asked, narrowing))
    return render(request, "maps/incidents.html", _common(asked, {}) | kept)


def _narrowing(asked: QueryDict, also: Sequence[str]) -> Narrowing:
    """Raises BadFilter."""
    published = IncidentEntry.objects.published()
    _, form = filtered(published, asked, IncidentFilters, also=also, blanks=True)
    return Narrowing(form.cleaned_data)


def _common(asked: QueryDict, errors: Mapping[str, Sequence[str]]) -> dict[str, object]:
    return {
        "fields": filter_fields(asked, errors),
        "chosen": chosen(asked),
        "errors": errors,
        "query": asking.filters_of(asked).urlencode(),
        "unboxed": asking.without(asked, "bbox"),
    }


def _shown(asked: QueryDict, narrowing: Narrowing) -> dict[str, object]:
    """It is the same for all readers until something is published."""
    found = spread(narrowing)
    everything = totals(narrowing).incidents
    return {
        "found": everything,
        "on_map": found.incidents,
        "nowhere": everything - found.incidents,
        "nowhere_href": f"/incidents/{asking.with_one(asked, located=Located.NOWHERE.value)}",
        "picture": picture(asked, narrowing, found),
        "table": table(asked, narrowing),
        "facets": facets(asked, narrowing),
    }


@require_safe
def circles_answer(request: HttpRequest) -> HttpResponse:
    """The circles within `view` at `zoom`, as GeoJSON (RFC 7946)."""
    asked = request.GET.copy()
    try:
        narrowing = _narrowing(asked, (*asking.OF_THE_PAGE, *OF_THE_MAP))
        view, zoom = _view(asked)
    except BadFilter as bad:
        return _json({"errors": bad.errors}, status=400)
    for name in OF_THE_MAP:
        asked.pop(name, None)
    name = f"circles {asking.without(asked)} {view} {zoom}"
    return _json(until_published(name, lambda: _collection(circles(asked, narrowing, zoom, view))))


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
        "geometry": {"type": "Point", "coordinates": [round(longitude, 5), round(latitude, 5)]},
        "bbox": [round(side, 5) for side in box_of(circle.frame)],
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


def _json(answer: object, status: int = 200) -> HttpResponse:
    return HttpResponse(orjson.dumps(answer), content_type="application/geo+json", status=status)


@require_safe
def here(request: HttpRequest) -> HttpResponse:
    """The newest of the incidents that are asked for, as a part of a page: what a circle says when opened."""
    asked = request.GET
    try:
        found, _ = filtered(
            IncidentEntry.objects.published().in_brief(),
            asked,
            IncidentFilters,
            also=asking.OF_THE_PAGE,
            blanks=True,
        )
    except BadFilter as bad:
        return render(request, "lists/_errors.html", {"errors": bad.errors}, status=400)
    context = {"cards": cards(found[:FEW]), "incidents": found.count(), "query": asking.without(asked)}
    return render(request, "maps/_here.html", context)
