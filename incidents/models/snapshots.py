"""What the desk keeps of every save."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from archive.vocabulary import Term
from sources.constraints import filled, known
from sources.fields import LineField


class Subject(Term):
    """What a snapshot is of, by the record's own names of its lists."""

    INCIDENTS = "incidents", "incident"
    SOURCES = "sources", "source"
    PUBLICATIONS = "publications", "publication"
    ACTORS = "actors", "actor"
    PLACES = "places", "place"
    CONFLICTS = "conflicts", "conflict"


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    def of(self, subject: Subject | str, key: str) -> Self:
        """The states of one thing, the newest first."""
        return self.filter(subject=subject, key=key).order_by("-pk")

    def without_texts(self) -> Self:
        """For lists: texts may be long. `gone` says where the act deleted the thing."""
        gone = models.ExpressionWrapper(Q(text=""), output_field=models.BooleanField())
        return self.select_related("by").defer("text").annotate(gone=gone)


class Snapshot(models.Model):
    """An incident's record, or a shared entity, as it was at the desk after one act.

    `text` is canonical JSON, withheld claims included, and so never leaves the desk; it is empty where
    the act deleted the thing. A snapshot outlives what it is of, and is never changed.
    """

    subject = models.CharField(max_length=30, choices=Subject.choices())
    key = models.CharField(max_length=100)
    text = models.TextField(blank=True)
    what = LineField(help_text="What was done.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["subject", "key", "-id"], name="desk_snapshot_of"),
            models.Index(fields=["-id"], name="desk_snapshot_deletions", condition=Q(text="")),
        ]
        constraints = [
            known("snapshot", "subject", Subject),
            filled("snapshot", "key", "Say of what it is a snapshot."),
            filled("snapshot", "what", "Say what was done."),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()} {self.key}, {self.at:%Y-%m-%d %H:%M}"
