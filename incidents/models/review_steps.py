"""What the desk remembers of an incident's way through review."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from incidents.models.incidents import Incident
from incidents.states import Step
from sources.constraints import check, known
from sources.fields import LineField


class ReviewStepQuerySet(models.QuerySet["ReviewStep"]):
    def last_of(self, incident: Incident) -> Self:
        """The incident's steps, the newest first."""
        return self.filter(incident=incident).order_by("-pk")


class ReviewStep(models.Model):
    """One step of an incident on its way to the public, and who took it.

    `sha256` is the digest of what was approved, as readers would get it; `reason` is for the desk alone.
    """

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=30, choices=Step.choices())
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    reason = LineField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    objects = ReviewStepQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["incident", "-id"], name="desk_step_of")]
        constraints = [
            known("reviewstep", "step", Step),
            check(
                "reviewstep_back_with_reason",
                ~Q(step=Step.SEND_BACK, reason=""),
                "Say why it is sent back.",
            ),
            check(
                "reviewstep_approval_of_a_state",
                Q(Exact(Length("sha256"), 64), step=Step.APPROVE) | (~Q(step=Step.APPROVE) & Q(sha256="")),
                "An approval is of one exact state.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident.key}: {self.get_step_display()}, {self.at:%Y-%m-%d %H:%M}"
