"""Addresses of the archive that several workloads ask for."""

from __future__ import annotations

from archive.addresses import incident_path
from archive.models import IncidentEntry


def page_of(incident: str) -> str:
    return incident_path(incident, IncidentEntry.objects.values_list("slug", flat=True).get(pk=incident))


def some_pages(number: int) -> list[str]:
    """The pages of so many plain incidents, all over the archive."""
    rows = IncidentEntry.objects.filter(pk__startswith="event-").order_by("etag")
    return [incident_path(*row) for row in rows.values_list("pk", "slug")[:number]]
