"""What editors decided on claims that a machine read in headlines."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from archive.vocabulary import Term
from incidents.models.claims import Claim
from incidents.models.incidents import Incident
from sources.constraints import filled, known
from sources.fields import KeyField, LineField


class Verdict(Term):
    """An editor's word on a claim that was read by machine."""

    CONFIRMED = "confirmed", "confirmed"
    DISMISSED = "dismissed", "dismissed"


class HeadlineDecision(models.Model):
    """An editor's word on one claim that the headline of a source seems to make about an incident.

    What is suggested is not stored: it is read anew whenever the page is opened, and known again by its
    `reading`, such as “killed exact 85 unstated”. `source` is the key of the source whose headline it is.
    """

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="headline_decisions")
    source = KeyField()
    reading = LineField()
    verdict = models.CharField(max_length=30, choices=Verdict.choices())
    claim = models.ForeignKey(
        Claim,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="What it became, where it was confirmed.",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["incident", "source", "reading"], name="headlinedecision_once"),
            known("headlinedecision", "verdict", Verdict),
            filled("headlinedecision", "source", "Say whose headline it is."),
            filled("headlinedecision", "reading", "Say what was read."),
        ]

    def __str__(self) -> str:
        return f"{self.reading}, {self.source}: {self.verdict}"
