"""Datasets that rows were imported from, each run of an import, and each row as it was read."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q

from archive.vocabulary import Term
from incidents.models.incidents import Incident
from sources.constraints import check, filled, known
from sources.fields import LineField
from sources.models import Publication


class Dataset(models.Model):
    """The terms on which the archive holds a dataset, which is also a publication: the issuer of its rows.

    They are no part of a record, so that no file can loosen them: the operator declares them.
    """

    publication = models.OneToOneField(Publication, on_delete=models.PROTECT, related_name="dataset")
    redistributable = models.BooleanField(
        help_text="Whether the licence lets the archive publish what the rows say."
    )

    class Meta:
        ordering = ["publication__name"]

    def __str__(self) -> str:
        return str(self.publication)


class ImportState(Term):
    """How far an import has come."""

    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "failed"


class ImportQuerySet(models.QuerySet["Import"]):
    def unfinished(self) -> Self:
        """Runs that were stopped before their end, or are still at work."""
        return self.exclude(state=ImportState.DONE)

    def failed(self) -> Self:
        """Runs that were stopped by what is wrong, and that no later run over the same file made good."""
        later = Import.objects.filter(
            sha256=OuterRef("sha256"), pk__gt=OuterRef("pk"), state=ImportState.DONE
        )
        going_on = Q(upload__state__in=["waiting", "running"])
        return self.filter(~Exists(later), ~going_on, state=ImportState.FAILED)


class Import(models.Model):
    """One run of an import over one file.

    `done` rows of the file are stored, whole batches of them: a run that was stopped goes on behind these.
    `sha256` is the file's digest, by which the run is found again.
    """

    format = models.CharField(max_length=100)
    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, null=True, related_name="imports")
    release = LineField(blank=True)
    mapping = models.TextField(blank=True, help_text="The mapping file that describes the format.")
    columns = models.JSONField(default=list, help_text="Those of the file, by which refused rows are mended.")
    file = LineField(help_text="The name of the file.")
    sha256 = models.CharField(max_length=64, db_index=True)
    publish = models.BooleanField(default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        max_length=30, choices=ImportState.choices(), default=ImportState.RUNNING, db_index=True
    )
    error = models.TextField(blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField("rows done", default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    offered = models.PositiveIntegerField(default=0)
    flagged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    published = models.PositiveIntegerField(default=0)
    vanished = models.PositiveIntegerField(default=0)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [known("import", "state", ImportState)]

    def __str__(self) -> str:
        return f"{self.file} ({self.format})"


class Standing(Term):
    """Where a row's claims are."""

    OWN = "own", "an incident of its own"
    OFFERED = "offered", "waits for an editor’s word: it may be about an incident that is here already"
    JOINED = "joined", "claims on an incident that was here already"


class DatasetRowQuerySet(models.QuerySet["DatasetRow"]):
    def waiting(self) -> Self:
        """Rows that may be about incidents that are here already: an editor says whether they are."""
        return self.filter(standing=Standing.OFFERED)

    def vanished_before(self, run: Import) -> Self:
        """Rows of the run's dataset that neither its file nor a later one had."""
        return self.filter(dataset=run.dataset, seen__lt=run.pk)


class DatasetRow(models.Model):
    """One row of a dataset as it was last read, and the incident that holds its claims.

    `raw` is the row as JSON text, from column to cell; `digest` of it tells whether a later release changed
    it. `claims` leads from each slot of the row to the number of the claim that it became. An editor's choice
    is remembered in `standing`: no later release asks again.

    A row whose incident was deleted has none, and stays as its claims had it: `deleted_incident` is the id by
    which it is found when the incident comes back.
    """

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="rows", db_index=False)
    external_id = models.CharField(max_length=100)
    incident = models.ForeignKey(
        Incident, on_delete=models.SET_NULL, null=True, blank=True, related_name="dataset_rows"
    )
    deleted_incident = models.CharField(max_length=100, blank=True)
    standing = models.CharField(max_length=30, choices=Standing.choices(), default=Standing.OWN)
    raw = models.TextField()
    digest = models.CharField(max_length=64)
    release = LineField(blank=True)
    number = models.PositiveIntegerField("row", help_text="Its place in the file.")
    claims = models.JSONField(default=dict)
    flags = models.JSONField(default=list, blank=True)
    is_flagged = models.GeneratedField(
        expression=ExpressionWrapper(~Q(flags=[]), models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    seen = models.ForeignKey(
        Import,
        on_delete=models.PROTECT,
        related_name="rows",
        db_index=False,
        help_text="The last run that met the row.",
    )

    objects = DatasetRowQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["-id"], condition=Q(standing="offered"), name="desk_row_waiting"),
            models.Index(fields=["-id"], condition=Q(standing="joined"), name="desk_row_joined"),
            models.Index(fields=["dataset", "seen", "id"], name="desk_row_seen"),
            models.Index(fields=["seen", "id"], condition=Q(standing="offered"), name="desk_row_waiting_of"),
            models.Index(fields=["seen", "id"], condition=Q(is_flagged=True), name="desk_row_flagged"),
            models.Index(
                fields=["deleted_incident"], condition=~Q(deleted_incident=""), name="desk_row_let_go"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["dataset", "external_id"], name="datasetrow_once"),
            filled("datasetrow", "external_id", "A row has an id within its dataset."),
            known("datasetrow", "standing", Standing),
            check(
                "datasetrow_joined_to_nothing",
                ~Q(standing=Standing.OFFERED, incident__isnull=False),
                "A row that waits for an editor has no incident yet.",
            ),
            check(
                "datasetrow_of_one_incident",
                Q(deleted_incident="") | Q(incident__isnull=True),
                "A row has an incident, or had one that was deleted.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dataset} {self.external_id}"


class Offer(models.Model):
    """An incident that a row may be about."""

    row = models.ForeignKey(DatasetRow, on_delete=models.CASCADE, related_name="offers")
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="offers")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["row", "incident"], name="offer_once")]

    def __str__(self) -> str:
        return f"{self.row} → {self.incident_id}"


class RefusedRow(models.Model):
    """A row that makes no record: kept as it was read, with the reason, until it is mended."""

    run = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="refusals")
    number = models.PositiveIntegerField("row")
    line = models.PositiveBigIntegerField(help_text="The line of the file on which the row begins.")
    reason = models.TextField()
    raw = models.TextField(help_text="The row’s cells as a JSON list.")

    class Meta:
        ordering = ["run", "number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="refusedrow_once"),
            filled("refusedrow", "reason", "Say why the row was refused."),
        ]

    def __str__(self) -> str:
        return f"row {self.number}: {self.reason}"
