"""The rows by which an incident is found by words."""

from __future__ import annotations

import orjson

from archive.models import IncidentEntry, SearchEntry
from archive.search.texts import lines_of


def search_row(entry: IncidentEntry) -> SearchEntry:
    """The terms of the incident's texts, from its answer."""
    return SearchEntry(incident_id=entry.key, **lines_of(orjson.loads(entry.body)))
