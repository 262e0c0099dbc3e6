"""The list of incidents, with the filters that the API has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.filters import BadFilter, FactFilters, filtered
from archive.models import IncidentEntry
from archive.pages.cards import cards
from archive.pages.filter_fields import filter_fields
from archive.pages.meant import meant
from archive.pages.named import named
from archive.pages.paging import Stretch, stretch
from archive.pages.ranking import ranked_stretch
from archive.search import Query

#: The parameters that say where in the list the page begins.
PLACE = ("after", "before")

#: The parameters whose fields are folded away while none of them is used.
MORE = frozenset(
    {"injured_min", "injured_max", "rule", "certain", "target", "weapon", "conflict", "source", "publication"}
)


class Meant(NamedTuple):
    """A query that may have been meant, and the address of what it finds."""

    text: str
    href: str


@require_safe
def incident_list(request: HttpRequest) -> HttpResponse:
    try:
        incidents, form = filtered(
            IncidentEntry.objects.published().in_brief(), request.GET, FactFilters, also=PLACE, blanks=True
        )
        query: Query | None = form.cleaned_data["q"]
        part = _stretch(incidents, query, request.GET)
    except BadFilter as bad:
        return _refused(request, bad.errors)
    context = {
        "cards": cards(part.entries, query),
        "meant": _meant(incidents, query, request.GET) if query and not part.entries else (),
        "searched": query is not None,
        "named": named(query) if query and not any(name in request.GET for name in PLACE) else (),
        "older": _address(request.GET, after=part.older),
        "newer": _address(request.GET, before=part.newer),
    }
    return render(request, "lists/incidents.html", _common(request, {}) | context)


def _stretch(incidents: Any, query: Query | None, asked: QueryDict) -> Stretch:
    """The incidents that the page shows: the best first where words are searched, else the newest."""
    place = {name: asked.get(name, "") for name in PLACE}
    if query is None:
        return stretch(incidents, **place)
    try:
        return ranked_stretch(incidents, query, **place)
    except ValueError as error:
        name = "before" if place["before"] else "after"
        raise BadFilter({name: ["Take this from the links of a page of the list."]}) from error


def _meant(incidents: Any, query: Query, asked: QueryDict) -> Sequence[Meant]:
    """What may have been meant, with its address; what else was asked for stays."""
    found = []
    for text in meant(incidents, query):
        kept = _filters(asked)
        kept["q"] = text
        found.append(Meant(text, f"?{kept.urlencode()}"))
    return found


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
