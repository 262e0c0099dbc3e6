"""Files that were handed in at the desk, and how their import is brought to a worker."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from archive.vocabulary import Term
from incidents.models.datasets import Import
from sources.constraints import check, filled, known
from sources.fields import LineField


class UploadState(Term):
    """How far a file has come."""

    LOOKED_AT = "looked_at", "waits for your word"
    WAITING = "waiting", "waiting for a worker"
    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "failed"


class UploadQuerySet(models.QuerySet["Upload"]):
    def unfinished(self) -> Self:
        """Those that a worker imports, or will import."""
        return self.filter(state__in=[UploadState.WAITING, UploadState.RUNNING])

    def undecided(self) -> Self:
        """Those of which nobody has said whether they are to be imported."""
        return self.filter(state=UploadState.LOOKED_AT)


class Upload(models.Model):
    """A file in the folder of imports, with what its editor chose and what was seen of it.

    `stored` is its folder there. `run` is made when somebody lets the import begin, and says what came of it;
    `delivery` names the row of the queue that brings it to a worker, and only that delivery may go on with
    it. `read` counts the file's bytes so far; `columns` are the file's own.
    """

    format = models.CharField(max_length=30)
    file = LineField(help_text="The name of the file.")
    stored = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField("bytes")
    sha256 = models.CharField(max_length=64)
    release = LineField(blank=True)
    publish = models.BooleanField(default=False)
    licence = models.TextField(blank=True)
    redistributable = models.BooleanField(default=False)
    seen = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    run = models.OneToOneField(Import, on_delete=models.CASCADE, null=True, related_name="upload")
    state = models.CharField(
        max_length=30, choices=UploadState.choices(), default=UploadState.LOOKED_AT.value, db_index=True
    )
    delivery = models.UUIDField(null=True, blank=True, unique=True)
    attempts = models.PositiveIntegerField(default=0, help_text="Since it last came forward.")
    read = models.PositiveBigIntegerField(default=0)

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        permissions = [
            ("import_rows", "Can import datasets and decide on their rows"),
            ("declare_licence", "Can declare the licence of a dataset"),
        ]
        constraints = [
            known("upload", "state", UploadState),
            filled("upload", "stored", "A file is stored somewhere."),
            check(
                "upload_imported_with_run",
                Q(state="looked_at", run__isnull=True) | (~Q(state="looked_at") & Q(run__isnull=False)),
                "A file that is imported has a run, and no other has one.",
            ),
        ]

    def __str__(self) -> str:
        return self.file
