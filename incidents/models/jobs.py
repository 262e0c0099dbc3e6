"""Background work: what waits, how far it has come, what it left alone, and who is at work."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from archive.vocabulary import Term
from incidents.models.snapshots import Subject
from sources.constraints import check, filled, known
from sources.fields import LineField

#: A worker that has not been seen for so long is taken for dead.
LEASE = timedelta(seconds=60)


class JobState(Term):
    """How far a job has come."""

    HELD = "held", "held for an editor"
    WAITING = "waiting", "waiting"
    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "failed"


class JobQuerySet(models.QuerySet["Job"]):
    def of(self, subject: Subject | str, key: str) -> Self:
        """The jobs about one shared entity."""
        return self.filter(subject=subject, key=key)

    def failed(self) -> Self:
        return self.filter(state=JobState.FAILED)

    def held(self) -> Self:
        """Jobs that somebody asked for who may not publish: they wait until an editor starts them."""
        return self.filter(state=JobState.HELD)

    def unfinished(self) -> Self:
        """Jobs that a worker does, or will do."""
        return self.filter(state__in=[JobState.WAITING, JobState.RUNNING])

    def not_begun(self) -> Self:
        """Jobs that have looked at nothing yet, and so will see whatever the desk holds when they begin."""
        return self.filter(state__in=[JobState.HELD, JobState.WAITING], after="")


class Job(models.Model):
    """Letting the published incidents that show a shared entity show it as the desk now has it.

    This row is the truth about the job; `delivery` names the row of the queue that brings it to a worker,
    and only that delivery may work on it. `after` is the last incident that was looked at: the job goes on
    behind it, whoever takes it up.
    """

    subject = models.CharField(
        max_length=30, choices=[choice for choice in Subject.choices() if choice[0] != Subject.INCIDENTS]
    )
    key = models.CharField(max_length=100)
    instead_of = models.JSONField("merged keys", default=list, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=30, choices=JobState.choices(), default=JobState.WAITING.value)
    delivery = models.UUIDField(null=True, blank=True, unique=True)
    attempts = models.PositiveIntegerField(default=0, help_text="Since it last came forward.")
    after = models.CharField(max_length=100, blank=True)
    total = models.PositiveIntegerField("incidents", default=0)
    done = models.PositiveIntegerField("looked at", default=0)
    renewed = models.PositiveIntegerField(default=0)
    error = models.TextField("what went wrong", blank=True)
    asked_at = models.DateTimeField("asked for", auto_now_add=True)
    started_at = models.DateTimeField("begun", null=True, blank=True)
    ended_at = models.DateTimeField("ended", null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "-id"], name="desk_job_state"),
            models.Index(fields=["subject", "key", "-id"], name="desk_job_of"),
        ]
        constraints = [
            check(
                "job_subject_known",
                Q(subject__in=[subject.value for subject in Subject if subject is not Subject.INCIDENTS]),
                "A job is about a source, publication, actor, place or conflict.",
            ),
            known("job", "state", JobState),
            filled("job", "key", "Say what the job is about."),
            check(
                "job_failed_with_reason",
                (Q(state="failed") & ~Q(error="")) | (~Q(state="failed") & Q(error="")),
                "A job that failed says why, and no other does.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()} {self.key}"


class LeftAlone(models.Model):
    """A published incident that a job did not change, because an editor must look at it."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="left_alone")
    incident = models.CharField(max_length=100)
    reason = LineField()

    class Meta:
        ordering = ["incident"]
        verbose_name_plural = "left alone"
        constraints = [
            models.UniqueConstraint(
                fields=["job", "incident"],
                name="left_alone_once",
                violation_error_message="The job has left this incident alone already.",
            ),
            filled("leftalone", "incident", "Say which incident was left alone."),
            filled("leftalone", "reason", "Say why it was left alone."),
        ]

    def __str__(self) -> str:
        return f"{self.incident}: {self.reason}"


class WorkerQuerySet(models.QuerySet["RunningWorker"]):
    def alive(self) -> Self:
        """Workers that were seen lately, by the clock of the database, which all workers share."""
        return self.filter(seen_at__gte=Now() - LEASE)


class RunningWorker(models.Model):
    """A worker that has begun and not ended; while it lives it says so every few seconds."""

    key = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(db_default=Now(), db_index=True)

    objects = WorkerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [filled("runningworker", "key", "A worker has a name of its own.")]

    def __str__(self) -> str:
        return self.key
