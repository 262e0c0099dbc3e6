"""The list of incidents: what it is narrowed by, and what it could be narrowed by further."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.filters import BadFilter, FactFilters, Narrowing, filtered, totals
from archive.keeping import for_everybody, until_published
from archive.language import gettext
from archive.models import IncidentEntry
from archive.pages import asking
from archive.pages.cards import cards
from archive.pages.facets import facets
from archive.pages.filter_fields import chosen, filter_fields
from archive.pages.meant import meant
from archive.pages.named import named
from archive.pages.paging import Stretch, stretch
from archive.pages.ranking import ranked_stretch
from archive.pages.timeline import timeline, unit_asked
from archive.search import Query

#: The parameters that say where in the list the page begins.
PLACE = ("after", "before")


class Meant(NamedTuple):
    """A query that may have been meant, and the address of what it finds."""

    text: str
    href: str


@require_safe
@for_everybody
def incident_list(request: HttpRequest) -> HttpResponse:
    try:
        context = _context(request.GET)
    except BadFilter as bad:
        return _refused(request, bad.errors)
    return render(request, "lists/incidents.html", _common(request, {}) | context)


def _context(asked: QueryDict) -> dict[str, object]:
    """What the page shows. Raises BadFilter."""
    published = IncidentEntry.objects.published().in_brief()
    incidents, form = filtered(published, asked, FactFilters, also=asking.OF_THE_PAGE, blanks=True)
    query: Query | None = form.cleaned_data["q"]
    part = _stretch(incidents, query, asked)
    return {
        "cards": cards(part.entries, query),
        "meant": _meant(incidents, query, asked) if query and not part.entries else (),
        "searched": query is not None,
        "named": named(query) if query and not any(name in asked for name in PLACE) else (),
        "older": _address(asked, "after", part.older),
        "newer": _address(asked, "before", part.newer),
    } | _beside(asked, Narrowing(form.cleaned_data))


def _beside(asked: QueryDict, narrowing: Narrowing) -> dict[str, object]:
    """How many incidents there are, when they happened, and what else they can be narrowed by.

    It is the same on all pages of the list, and for all readers until something is published.
    """
    unit_asked(asked)
    name = asking.with_one(asked, by=asked.get("by", ""))
    return until_published(name, lambda: _counted(asked, narrowing))


def _counted(asked: QueryDict, narrowing: Narrowing) -> dict[str, object]:
    found = totals(narrowing)
    return {
        "found": found.incidents,
        "timeline": timeline(asked, narrowing, found),
        "facets": facets(asked, narrowing),
    }


def _stretch(incidents: Any, query: Query | None, asked: QueryDict) -> Stretch:
    """The incidents that the page shows: the best first where words are searched, else the newest."""
    place = {name: asked.get(name, "") for name in PLACE}
    if query is None:
        return stretch(incidents, **place)
    try:
        return ranked_stretch(incidents, query, **place)
    except ValueError as error:
        name = "before" if place["before"] else "after"
        raise BadFilter({name: [gettext("Take this from the links of a page of the list.")]}) from error


def _meant(incidents: Any, query: Query, asked: QueryDict) -> Sequence[Meant]:
    """What may have been meant, with its address; what else was asked for stays."""
    return [Meant(text, asking.with_one(asked, q=text)) for text in meant(incidents, query)]


def _refused(request: HttpRequest, errors: Mapping[str, Sequence[str]]) -> HttpResponse:
    """The form again, with what is wrong; no list, since nothing was asked that can be answered."""
    return render(request, "lists/incidents.html", _common(request, errors), status=400)


def _common(request: HttpRequest, errors: Mapping[str, Sequence[str]]) -> dict[str, object]:
    kept = asking.filters_of(request.GET)
    return {
        "fields": filter_fields(request.GET, errors),
        "chosen": chosen(request.GET),
        "errors": errors,
        "query": kept.urlencode(),
    }


def _address(asked: QueryDict, name: str, position: str | None) -> str:
    """The query of another stretch of the same list; empty where there is none."""
    return asking.with_one(asked, **{name: position}) if position else ""
