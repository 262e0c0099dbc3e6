"""Catalogue rows of citations."""

from __future__ import annotations

from typing import Self

from django.db import models

from archive.models.entities import SourceEntry
from archive.models.words import KEY_LENGTH, WORD_LENGTH


class CitationQuerySet(models.QuerySet["CitationEntry"]):
    def of_source(self, **columns: object) -> Self:
        """Citations of sources with these columns."""
        return self.filter(source__in=SourceEntry.objects.filter(**columns).values("pk"))


class CitationEntry(models.Model):
    """A citation of a claim: a source that it cites, and its number among the claim's citations, from 1.

    The answer about it is a part of the claim's own.
    """

    claim = models.ForeignKey(
        "archive.ClaimEntry", on_delete=models.CASCADE, related_name="citations", db_index=False
    )
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=KEY_LENGTH)
    stance = models.CharField(max_length=WORD_LENGTH)

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "number"]
        indexes = [models.Index(fields=["source"], name="citation_source")]
        constraints = [models.UniqueConstraint(fields=["claim", "number"], name="citation_number_once")]

    def __str__(self) -> str:
        return f"{self.claim_id} cites {self.source}"
