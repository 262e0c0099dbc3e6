"""Catalogue rows of claims."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from archive.models.citations import CitationEntry
from archive.models.words import KEY_LENGTH, WORD_LENGTH
from archive.vocabulary import ClaimantKind


class ClaimQuerySet(models.QuerySet["ClaimEntry"]):
    def for_source(self, *keys: str) -> Self:
        """Claims that cite one of the sources."""
        return self.filter(pk__in=CitationEntry.objects.filter(source__in=keys).values("claim"))

    def said_by(self, *kinds: str) -> Self:
        """Claims of these kinds of claimants."""
        found = self.filter(claimant_kind__in=kinds)
        # SQLite uses an index that leaves rows out only where the question leaves them out in the same words.
        unstated = ClaimantKind.UNSTATED
        return found if unstated in kinds else found.exclude(claimant_kind=unstated)


class ClaimEntry(models.Model):
    """One claim of a published incident.

    `key`: the incident and the number, padded so that text sorts as numbers do.
    `actor` and `attribution` are of responsibility alone.
    """

    key = models.CharField(max_length=KEY_LENGTH + 10, primary_key=True)
    # The constraint on the number is an index of the incident too.
    incident = models.ForeignKey(
        "archive.IncidentEntry", on_delete=models.CASCADE, related_name="claims", db_index=False
    )
    number = models.PositiveIntegerField()
    about = models.CharField(max_length=WORD_LENGTH)
    attack = models.PositiveIntegerField(null=True)
    property = models.CharField(max_length=WORD_LENGTH)
    rank = models.CharField(max_length=WORD_LENGTH)
    claimant_kind = models.CharField(max_length=WORD_LENGTH)
    claimant = models.CharField(max_length=KEY_LENGTH, blank=True)
    actor = models.CharField(max_length=KEY_LENGTH, blank=True)
    attribution = models.CharField(max_length=WORD_LENGTH, blank=True)
    body = models.TextField()
    etag = models.CharField(max_length=64)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        indexes = [
            models.Index(fields=["property", "about"], name="claim_property"),
            models.Index(fields=["actor", "attribution"], name="claim_actor"),
            models.Index(fields=["claimant"], name="claim_claimant"),
            models.Index(
                fields=["claimant_kind", "incident"],
                condition=~Q(claimant_kind=ClaimantKind.UNSTATED),
                name="claim_claimant_kind",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["incident", "number"], name="claim_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.incident_id}, claim {self.number}"
