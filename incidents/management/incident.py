"""How commands find the incident they are about."""

from __future__ import annotations

from django.core.management.base import CommandError

from incidents.models import Incident


def incident_of(key: str) -> Incident:
    """The incident of this public id. Raises CommandError if the desk has none."""
    incident = Incident.objects.filter(key=key).first()
    if incident is None:
        raise CommandError(f"The desk has no incident “{key}”.")
    return incident
