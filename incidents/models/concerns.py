"""What the audit found in an incident at its last save or publication."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from incidents.models.incidents import Incident
from sources.constraints import check, filled


class Concern(models.Model):
    """An incident whose claims contradict one another. Derived, never typed.

    There is no row for an incident without contradictions, so that those with some are found and counted
    without looking at the others.
    """

    incident = models.OneToOneField(Incident, on_delete=models.CASCADE, related_name="concern")
    count = models.PositiveIntegerField(help_text="How many contradictions there are.")
    message = models.TextField(help_text="The first of them, in a sentence.")
    found_at = models.DateTimeField(auto_now=True, db_index=True)

    class Meta:
        ordering = ["-found_at", "-pk"]
        constraints = [
            check("concern_count_positive", Q(count__gte=1), "Without a contradiction there is no row."),
            filled("concern", "message", "Say what contradicts what."),
        ]

    def __str__(self) -> str:
        return self.message
