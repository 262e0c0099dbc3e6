"""The first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.keeping import for_everybody
from archive.models import ConflictEntry, IncidentEntry, PlaceEntry
from archive.pages.called import entries_here
from archive.pages.cards import cards
from archive.vocabulary import PlaceKind

NEWEST = 6
WAYS_IN = 12


@require_safe
@for_everybody
def home(request: HttpRequest) -> HttpResponse:
    countries = PlaceEntry.objects.filter(kind=PlaceKind.COUNTRY)
    context = {
        "cards": cards(IncidentEntry.objects.published().in_brief()[:NEWEST]),
        "conflicts": ConflictEntry.objects.order_by("name")[:WAYS_IN],
        "countries": entries_here(countries.order_by("name")[:WAYS_IN]),
    }
    return render(request, "about/home.html", context)
