"""All values of one parameter, where the list shows only those that most incidents have."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.catalogue import KINDS
from archive.filters import BadFilter, IncidentFilters, Narrowing, counted, filtered
from archive.keeping import for_everybody
from archive.language import gettext
from archive.models import IncidentEntry
from archive.pages import asking
from archive.pages.facets import FACETS, options
from archive.pages.filter_fields import chosen
from archive.pages.labels import title_of
from archive.pages.sounding import sounding_like

#: How many values a page shows; the others are searched for by name.
SHOWN = 100
#: How long a name may be.
LONGEST = 100


@require_safe
@for_everybody
def values(request: HttpRequest, name: str) -> HttpResponse:
    """Raises Http404 for a parameter that is not chosen from a list."""
    if name not in FACETS:
        raise Http404(f"There is no list of values for “{name}”.")
    asked = request.GET.copy()
    sought = "".join(asked.pop("name", [])[-1:]).strip()
    common = _common(name, asked, sought)
    try:
        return render(request, "lists/values.html", common | _context(name, asked, sought))
    except BadFilter as bad:
        return render(request, "lists/values.html", common | {"errors": bad.errors}, status=400)


def _common(name: str, asked: QueryDict, sought: str) -> dict[str, Any]:
    kept = asking.filters_of(asked)
    return {
        "name": name,
        "title": title_of(name),
        "query": kept.urlencode(),
        "sought": sought,
        "chosen": chosen(asked),
        "hidden": [(other, value) for other, values in kept.lists() for value in values],
    }


def _context(name: str, asked: QueryDict, sought: str) -> dict[str, Any]:
    """Raises BadFilter."""
    if "\0" in sought or len(sought) > LONGEST:
        raise BadFilter({"name": [gettext("Give a name of up to {number} letters.").format(number=LONGEST)]})
    published = IncidentEntry.objects.published()
    _, form = filtered(published, asked, IncidentFilters, also=asking.OF_THE_PAGE, blanks=True)
    model = IncidentFilters.base_filters[name].extra.get("model")
    among = _called(model, sought) if model and sought else None
    found = counted(name, Narrowing(form.cleaned_data), SHOWN + 1, among)
    return {
        "options": options(name, found[:SHOWN], asked),
        "has_more": len(found) > SHOWN,
        "can_be_sought": model is not None,
    }


def _called(model: Any, sought: str) -> QuerySet[Any]:
    """The keys of the entries whose names hold what was typed, or a word that sounds like it."""
    alike = Q(pk__in=sounding_like(KINDS[model], sought))
    found: QuerySet[Any] = model._default_manager.filter(Q(name__icontains=sought) | alike)
    return found.values("pk")
