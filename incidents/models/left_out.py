"""What an editor left out of a text on purpose: numbers and names for which no claim is wanted."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from archive.vocabulary import Term
from incidents.models.incidents import Incident
from sources.constraints import filled, known
from sources.fields import LineField
from sources.models import Source


class MarkKind(Term):
    """What of a text a claim should account for."""

    NUMBER = "number", "number"
    ACTOR = "actor", "actor"
    PLACE = "place", "place"


class WhyLeftOut(Term):
    ELSEWHERE = "elsewhere", "not about this incident"
    REPEATED = "repeated", "repeated"
    OTHER = "other", "other"


class LeftOut(models.Model):
    """A number where it stands, known by the words around it; or a name wherever the text has it.

    It is told by words and not by its place, which another capture of the source may move.
    """

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="left_out")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="left_out")
    kind = models.CharField(max_length=30, choices=MarkKind.choices())
    words = LineField()
    around = LineField(blank=True)
    reason = models.CharField(max_length=30, choices=WhyLeftOut.choices())
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "thing left out"
        verbose_name_plural = "things left out"
        constraints = [
            known("leftout", "kind", MarkKind),
            known("leftout", "reason", WhyLeftOut),
            filled("leftout", "words", "Say what is left out."),
        ]

    def __str__(self) -> str:
        return f"{self.words}: {self.get_reason_display()}"
