"""The list of incidents, with the filters that the API has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.filters import BadFilter, IncidentFilters, filtered
from archive.models import IncidentEntry
from archive.pages.cards import cards
from archive.pages.filter_fields import filter_fields
from archive.pages.paging import stretch

#: The parameters that say where in the list the page begins.
PLACE = ("after", "before")

#: The parameters whose fields are folded away while none of them is used.
MORE = frozenset(
    {"injured_min", "injured_max", "rule", "certain", "target", "weapon", "conflict", "source", "publication"}
)


@require_safe
def incident_list(request: HttpRequest) -> HttpResponse:
    try:
        incidents, _ = filtered(
            IncidentEntry.objects.published().in_brief(),
            request.GET,
            IncidentFilters,
            also=PLACE,
            blanks=True,
        )
    except BadFilter as bad:
        return _refused(request, bad.errors)
    part = stretch(incidents, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {
        "cards": cards(part.entries),
        "older": _address(request.GET, after=part.older),
        "newer": _address(request.GET, before=part.newer),
    }
    return render(request, "lists/incidents.html", _common(request, {}) | context)


def _refused(request: HttpRequest, errors: Mapping[str, Sequence[str]]) -> HttpResponse:
    """The form again, with what is wrong; no list, since nothing was asked that can be answered."""
    return render(request, "lists/incidents.html", _common(request, errors), status=400)


def _common(request: HttpRequest, errors: Mapping[str, Sequence[str]]) -> dict[str, object]:
    return {
        "fields": filter_fields(request.GET, errors),
        "errors": errors,
        "query": _filters(request.GET).urlencode(),
        "more_open": bool(MORE.intersection(_filters(request.GET))),
    }


def _filters(asked: QueryDict) -> QueryDict:
    """The parameters that filter, without empty ones."""
    kept = QueryDict(mutable=True)
    for name, values in asked.lists():
        if name not in PLACE and (given := [value for value in values if value]):
            kept.setlist(name, given)
    return kept


def _address(asked: QueryDict, **place: str | None) -> str:
    """The query of another stretch of the same list; empty where there is none."""
    name, position = next(iter(place.items()))
    if position is None:
        return ""
    query = _filters(asked)
    query[name] = position
    return f"?{query.urlencode()}"
