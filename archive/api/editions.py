"""Editions: what the archive said, and when."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from archive import streams
from archive.answers import EditionAnswer, EditionHeader
from archive.answers.texts import text_of
from archive.api.describe import describe_detail, describe_list
from archive.api.errors import ClosedItself, GoneEdition
from archive.api.ordering import Part, by
from archive.api.tables import TableView
from archive.api.views import DetailView, current_edition
from archive.catalogue import edition_text, header_of, newest_edition
from archive.filters import EditionFilters, OwnEditionFilters
from archive.models import Edition

#: The latest first.
BY_PUBLICATION = {
    "-published_at": by("-published_at", "incident", "-number"),
    "published_at": by("published_at", "-incident", "number"),
}


@describe_list(EditionHeader, EditionFilters, "Editions that can be read, the latest first.")
class Editions(TableView):
    model = Edition
    filters = EditionFilters
    export = streams.Editions
    orders = BY_PUBLICATION

    def rows(self, **path: Any) -> QuerySet[Any]:
        return Edition.objects.readable()

    def columns(self, part: Part) -> Any:
        return part.rows.defer("text")

    def body(self, row: Any) -> str:
        return text_of(header_of(row))


@describe_list(
    EditionHeader, OwnEditionFilters, "All editions of an incident, the latest first.", within=True
)
class IncidentEditions(Editions):
    filters = OwnEditionFilters
    orders = {"-number": by("-number"), "number": by("number")}

    def rows(self, **path: Any) -> QuerySet[Any]:
        return Edition.objects.for_incident(current_edition(path["incident"]).incident)


@describe_detail(
    EditionAnswer, "An edition with its record, byte for byte as it was published.", gone=GoneEdition
)
class IncidentEdition(DetailView):
    by_date = True

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        incident, number = path["incident"], path["number"]
        edition = Edition.objects.for_incident(incident).filter(number=number).first()
        if edition is None:
            current_edition(incident)
            raise Http404(f"“{incident}” has no edition {number}.")
        if closing := edition.closing() or _closed_elsewhere(incident):
            raise ClosedItself(edition, closing)
        return self.send(request, edition_text(edition), None, edition.published_at)


def _closed_elsewhere(incident: str) -> Edition | None:
    """The retraction that closed the incident which this one was merged into, and this one with it."""
    newest = newest_edition(incident)
    return newest if newest and newest.incident != incident and newest.is_retraction else None
