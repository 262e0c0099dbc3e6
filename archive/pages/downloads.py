"""“Download these records”: every incident that the filters match, as a table and whole."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.filters import BadFilter, IncidentFilters, filtered
from archive.models import IncidentEntry
from archive.streams import CSV, NDJSON, Export, Format, Incidents, WholeIncidents, Wish, file_of


@require_safe
def as_table(request: HttpRequest) -> HttpResponseBase:
    """A line for each incident, the newest first, as spreadsheets want it."""
    return _download(request, Incidents(), CSV, Wish(excel=True))


@require_safe
def as_records(request: HttpRequest) -> HttpResponseBase:
    """Each incident whole, as the API answers it, one to a line."""
    return _download(request, WholeIncidents(), NDJSON, Wish())


def _download(request: HttpRequest, export: Export, form: Format, wish: Wish) -> HttpResponseBase:
    try:
        published = IncidentEntry.objects.published()
        incidents, _ = filtered(published, request.GET, IncidentFilters, blanks=True)
    except BadFilter as bad:
        return HttpResponse(f"{bad}\n", status=400, content_type="text/plain; charset=utf-8")
    return file_of(request, incidents, export, form, wish)
