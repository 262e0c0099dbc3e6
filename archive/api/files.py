"""Tables that are given out as files alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from archive import streams
from archive.api.describe import describe_files
from archive.api.tables import FileView
from archive.api.views import current_edition
from archive.filters import IncidentFilters, OwnCitationFilters, OwnFigureFilters
from archive.models import CitationEntry, IncidentEntry


@describe_files(
    streams.Citations, OwnCitationFilters, "Every citation of the claims of an incident.", within=True
)
class IncidentCitations(FileView):
    model = CitationEntry
    filters = OwnCitationFilters
    export = streams.Citations

    def rows(self, **path: Any) -> QuerySet[Any]:
        return super().rows().filter(claim__incident=current_edition(path["incident"]).incident)


@describe_files(streams.Figures, IncidentFilters, "Every figure of the incidents that match.")
class Figures(FileView):
    """Those of their attacks too, under the rule that is asked for."""

    model = IncidentEntry
    filters = IncidentFilters
    export = streams.Figures

    def read_as(self, asked: Mapping[str, Any]) -> streams.Export:
        return streams.Figures(asked["rule"])


@describe_files(streams.Figures, OwnFigureFilters, "Every figure of an incident.", within=True)
class IncidentFigures(Figures):
    """Those of its attacks too, under the rule that is asked for."""

    filters = OwnFigureFilters

    def rows(self, **path: Any) -> QuerySet[Any]:
        return super().rows().filter(pk=current_edition(path["incident"]).incident)
