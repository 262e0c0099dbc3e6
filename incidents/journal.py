"""What was done to an incident and by whom, in Django's own log. It stays at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.admin.models import CHANGE, LogEntry

from incidents.models import Incident

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def note_change(by: User, incident: Incident, message: str) -> None:
    """Add a line to the incident's log."""
    rows = Incident.objects.filter(pk=incident.pk)
    LogEntry.objects.log_actions(by.pk, rows, CHANGE, change_message=message, single_object=True)
