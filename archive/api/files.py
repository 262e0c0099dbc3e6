"""Tables that are given out as files alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive import streams
from archive.api.describe import describe_files
from archive.api.tables import FileView
from archive.filters import ClaimFilters, IncidentFilters
from archive.models import ClaimEntry, IncidentEntry


@describe_files(
    streams.Citations,
    ClaimFilters,
    "Every citation of the claims that match.",
)
class Citations(FileView):
    model = ClaimEntry
    filters = ClaimFilters
    listing = streams.Citations


@describe_files(streams.Figures, IncidentFilters, "Every figure of the incidents that match.")
class Figures(FileView):
    """Those of their attacks too, under the rule that is asked for."""

    model = IncidentEntry
    filters = IncidentFilters
    listing = streams.Figures
    ordering = ("-position",)

    def read_as(self, asked: Mapping[str, Any]) -> streams.Listing:
        return streams.Figures(asked["rule"])
