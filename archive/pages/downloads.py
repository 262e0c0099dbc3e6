"""“Download these records”: every incident that the filters match, sent while it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import orjson
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive import spreadsheet
from archive.filters import BadFilter, IncidentFilters, filtered
from archive.models import IncidentEntry

#: How many keys are looked up at once, and how many records are held at once.
KEYS, RECORDS = 2000, 100

#: What the line of a table says of an incident.
IN_A_LINE = ("brief", "gist__origins", "gist__killed_disputed", "gist__injured_disputed")

Incidents = QuerySet[IncidentEntry]


@require_safe
def as_table(request: HttpRequest) -> HttpResponseBase:
    """A line for each incident, the newest first."""
    return _download(request, _table, "text/csv; charset=utf-8", "incidents.csv")


@require_safe
def as_records(request: HttpRequest) -> HttpResponseBase:
    """Each incident whole, as the API answers it, one to a line: https://github.com/ndjson/ndjson-spec"""
    return _download(request, _records, "application/x-ndjson", "incidents.ndjson")


def _download(
    request: HttpRequest, lines: Callable[[Incidents], Iterator[str]], kind: str, name: str
) -> HttpResponseBase:
    try:
        published = IncidentEntry.objects.published()
        incidents, _ = filtered(published, request.GET, IncidentFilters, blanks=True)
    except BadFilter as bad:
        return HttpResponse(f"{bad}\n", status=400, content_type="text/plain; charset=utf-8")
    sent = iter(()) if request.method == "HEAD" else lines(incidents)
    answer = StreamingHttpResponse(sent, content_type=kind)
    answer["X-Robots-Tag"] = "noindex"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _table(incidents: Incidents) -> Iterator[str]:
    yield spreadsheet.heading()
    for brief, *more in _columns(incidents, *IN_A_LINE):
        yield spreadsheet.line(orjson.loads(brief), *more)


def _records(incidents: Incidents) -> Iterator[str]:
    return (f"{body}\n" for (body,) in _columns(incidents, "body"))


def _columns(incidents: Incidents, *names: str) -> Iterator[tuple[Any, ...]]:
    """These columns of every incident, the newest first; no more than some of them are held at once."""
    for keys in _keys(incidents):
        for start in range(0, len(keys), RECORDS):
            some = IncidentEntry.objects.filter(pk__in=keys[start : start + RECORDS]).order_by("-position")
            yield from some.values_list(*names)


def _keys(incidents: Incidents) -> Iterator[list[str]]:
    """Their keys, many at a time, each time from where the last ended: nothing is skipped or sent twice."""
    rest = incidents.order_by("-position").values_list("pk", "position")
    found = list(rest[:KEYS])
    while found:
        yield [key for key, _ in found]
        found = list(rest.filter(position__lt=found[-1][1])[:KEYS])
