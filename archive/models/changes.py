"""The changes of what the public may read, in the order in which they came to pass."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from archive.models.editions import Edition
from archive.models.words import WORD_LENGTH
from archive.vocabulary import ChangeKind


class Change(models.Model):
    """An edition that appeared, or one that lost its text; the database key is its place in the sequence.

    Who publishes holds `catalogue.one_at_a_time` from before the change is stored until its transaction
    ends: so the sequence is that in which changes can be seen, and none appears before one that was read.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=WORD_LENGTH, choices=ChangeKind.choices())
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind"], name="change_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in ChangeKind]), name="change_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.kind} of {self.edition}"
