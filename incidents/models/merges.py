"""What was merged into what: the ids, keys and numbers that lead on, and how to undo it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce
from operator import or_
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from incidents.models.incidents import Incident
from incidents.models.snapshots import Subject
from sources.constraints import check, filled, known
from sources.fields import KeyField


class Forerunner(models.Model):
    """An incident that was merged into another.

    `claims` and `attacks` lead from its numbers to those of the incident, as pairs of old and new.
    """

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="forerunners")
    key = KeyField("public id", unique=True)
    claims = models.JSONField(default=list)
    attacks = models.JSONField(default=list)

    class Meta:
        ordering = ["key"]
        constraints = [filled("forerunner", "key", "Say which incident was merged.")]

    def __str__(self) -> str:
        return self.key


class FormerKeyQuerySet(models.QuerySet["FormerKey"]):
    def of(self, subject: Subject | str, *keys: str) -> Self:
        """What was merged into the things with these keys."""
        return self.filter(subject=subject, now__among=keys).order_by("key")

    def of_any(self, keys: Mapping[str, Collection[str]]) -> Self:
        """What was merged into any of the things whose keys are given by what they are."""
        wanted = [Q(subject=subject, now__among=some) for subject, some in keys.items()]
        return self.filter(reduce(or_, wanted)).order_by("key") if wanted else self.none()


class FormerKey(models.Model):
    """The key of an entity that was merged into the one with the key `now`. It is never used again."""

    subject = models.CharField(max_length=30, choices=Subject.choices())
    key = KeyField()
    now = KeyField()

    objects = FormerKeyQuerySet.as_manager()

    class Meta:
        ordering = ["subject", "key"]
        indexes = [models.Index(fields=["subject", "now"], name="desk_former_key_now")]
        constraints = [
            models.UniqueConstraint(fields=["subject", "key"], name="former_key_once"),
            known("formerkey", "subject", Subject),
            filled("formerkey", "key", "Say which key is no longer used."),
            filled("formerkey", "now", "Say which key took its place."),
            check("formerkey_leads_on", ~Q(key=F("now")), "A key does not lead to itself."),
        ]

    def __str__(self) -> str:
        return f"{self.key} → {self.now}"


class MergeQuerySet(models.QuerySet["Merge"]):
    def in_force(self) -> Self:
        return self.filter(undone_at=None)

    def into(self, subject: Subject | str, key: str) -> Self:
        """What was merged into this thing, the newest first."""
        return self.filter(subject=subject, into=key).order_by("-pk")

    def of(self, subject: Subject | str, key: str) -> Self:
        """Where this thing was merged into another, the newest first."""
        return self.filter(subject=subject, key=key).order_by("-pk")


class Merge(models.Model):
    """One act of merging the thing with the key `key` into the one with the key `into`.

    `rows` are the rows that it deleted, as Django serialises them; `moved` is what else undoing needs.
    """

    subject = models.CharField(max_length=30, choices=Subject.choices())
    key = KeyField()
    into = KeyField()
    name = models.CharField(max_length=2000)
    rows = models.TextField()
    moved = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["subject", "into"], name="desk_merge_into"),
            models.Index(fields=["subject", "key"], name="desk_merge_of"),
        ]
        constraints = [
            known("merge", "subject", Subject),
            filled("merge", "key", "Say what is merged."),
            filled("merge", "into", "Say into what."),
            check("merge_of_two", ~Q(key=F("into")), "Nothing is merged into itself: choose another one."),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()} {self.key} into {self.into}"
