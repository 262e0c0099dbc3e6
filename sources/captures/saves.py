"""Copies that are saved at the Wayback Machine as well."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from archive.vocabulary import Term
from sources.captures.models import Capture
from sources.constraints import check, known


class SaveState(Term):
    """How far it has come with a page that is to be saved at the Wayback Machine."""

    WAITING = "waiting", "waiting"
    RUNNING = "running", "being saved"
    DONE = "done", "saved"
    FAILED = "failed", "failed"


class WaybackSaveQuerySet(models.QuerySet["WaybackSave"]):
    def unfinished(self) -> Self:
        """Those that are being saved, or will be."""
        return self.filter(state__in=[SaveState.WAITING, SaveState.RUNNING])

    def failed(self) -> Self:
        """Those that failed, and were followed by no later copy of the same source that was saved."""
        later = Capture.objects.filter(
            source=OuterRef("capture__source"), captured_at__gt=OuterRef("capture__captured_at")
        )
        return self.filter(~Exists(later.exclude(archive_url="")), state=SaveState.FAILED)

    def begun_since(self, moment: datetime) -> Self:
        return self.filter(begun_at__gt=moment)


class WaybackSave(models.Model):
    """That the page of a copy is saved at the Wayback Machine, where the outcome is the copy's `archive_url`.

    This row is the truth about it; `delivery` names the row of the queue that brings it to a worker. `job` is
    what the service calls it. While it waits for another try, `error` says why, and `next_at` when that is.
    """

    capture = models.OneToOneField(Capture, on_delete=models.CASCADE, related_name="wayback_save")
    state = models.CharField(max_length=30, choices=SaveState.choices(), default=SaveState.WAITING.value)
    delivery = models.UUIDField(null=True, blank=True, unique=True)
    attempts = models.PositiveIntegerField(default=0)
    job = models.CharField(max_length=100, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True, db_index=True)
    tries = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField("what went wrong", blank=True)

    objects = WaybackSaveQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        verbose_name = "save at the Wayback Machine"
        verbose_name_plural = "saves at the Wayback Machine"
        indexes = [models.Index(fields=["-id"], condition=Q(state="failed"), name="library_save_failed")]
        constraints = [
            known("waybacksave", "state", SaveState),
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state="running"),
                name="waybacksave_one_at_a_time",
                violation_error_message="Another page is being saved.",
            ),
            check(
                "waybacksave_failed_with_reason",
                ~Q(state="failed") | ~Q(error=""),
                "What failed says why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.capture_id}, {self.get_state_display()}"
