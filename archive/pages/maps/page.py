"""The page of the map: a picture, the same as a table, and what else the incidents can be narrowed by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.filters import BadFilter, Narrowing, spread, totals
from archive.keeping import for_everybody, until_published
from archive.pages import asking
from archive.pages.facets import facets
from archive.pages.filter_fields import chosen, filter_fields
from archive.pages.maps.narrowed import narrowed
from archive.pages.maps.picture import picture
from archive.pages.maps.table import table
from archive.vocabulary import Located


@require_safe
@for_everybody
def incident_map(request: HttpRequest) -> HttpResponse:
    asked = request.GET
    try:
        narrowing = narrowed(asked)
    except BadFilter as bad:
        return render(request, "maps/incidents.html", _common(asked, bad.errors), status=400)
    shown = until_published(f"map {asking.without(asked)}", lambda: _shown(asked, narrowing))
    return render(request, "maps/incidents.html", _common(asked, {}) | shown)


def _common(asked: QueryDict, errors: Mapping[str, Sequence[str]]) -> dict[str, object]:
    return {
        "fields": filter_fields(asked, errors),
        "chosen": chosen(asked),
        "errors": errors,
        "query": asking.filters_of(asked).urlencode(),
    }


def _shown(asked: QueryDict, narrowing: Narrowing) -> dict[str, object]:
    """It is the same for all readers until something is published."""
    found = spread(narrowing)
    return {
        "on_map": found.incidents,
        "nowhere": totals(narrowing).incidents - found.incidents,
        "nowhere_href": f"/incidents/{asking.with_one(asked, located=Located.NOWHERE.value)}",
        "picture": picture(asked, narrowing, found),
        "table": table(asked, narrowing),
        "facets": facets(asked, narrowing),
    }
