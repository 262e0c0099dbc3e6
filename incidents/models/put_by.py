"""What editors decided about an incident that was deleted since."""

from __future__ import annotations

from django.db import models

from sources.constraints import filled
from sources.fields import KeyField


class PutBy(models.Model):
    """What editors decided beside the claims of an incident, while it is deleted at the desk.

    `decisions` are plain data without database keys but for those of people: what they name may be made anew
    before the incident comes back. `incidents.decisions` writes and reads them.
    """

    incident = KeyField("public id", unique=True)
    decisions = models.JSONField(default=dict)

    class Meta:
        ordering = ["incident"]
        default_permissions = ()
        verbose_name = "put by with a deleted incident"
        verbose_name_plural = "put by with deleted incidents"
        constraints = [filled("putby", "incident", "Say which incident was deleted.")]

    def __str__(self) -> str:
        return self.incident
