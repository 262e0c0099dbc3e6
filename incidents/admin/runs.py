"""What the desk shows of one run of an import."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from incidents.importers.running.records import is_records
from incidents.importers.running.rows_in_words import title_of
from incidents.importers.running.words import summary
from incidents.importers.uploads.clearing import kept_until
from incidents.models import DatasetRow, Import, Standing, Upload, UploadState

#: So many rows of a kind are listed.
LISTED = 50


def upload_of(run: Import) -> Upload | None:
    """The file that the run was handed in with; None where a command imports it."""
    return getattr(run, "upload", None)


def state_words(run: Import) -> str:
    """How far it has come: an upload knows whether a worker has it."""
    upload = upload_of(run)
    return upload.get_state_display() if upload else run.get_state_display()


def may_go_on(run: Import) -> bool:
    upload = upload_of(run)
    return upload is not None and upload.state == UploadState.FAILED


def progress_of(run: Import) -> dict[str, Any]:
    """How many rows and bytes were read; `goes_on` while a worker has the run, or will have it."""
    upload = upload_of(run)
    goes_on = upload is not None and upload.state in (UploadState.WAITING, UploadState.RUNNING)
    own = {"upload": upload, "goes_on": goes_on, "kept_until": kept_until(upload) if upload else None}
    return {**own, "state_words": state_words(run), "unit": unit_of(run)}


def unit_of(run: Import | Upload) -> str:
    """What its file is made of, in one word."""
    return "record" if is_records(run) else "row"


def rows_of(run: Import) -> dict[str, Any]:
    """The first rows that were refused, are odd, wait or have vanished, and how many more there are."""
    linked = ("incident", "dataset__publication", "seen")
    rows = DatasetRow.objects.select_related(*linked).order_by("pk")
    ours = rows.filter(seen=run)
    return {
        "refused": _listed(run.refusals.order_by("number"), run.refused),
        "flagged": _listed(ours.filter(is_flagged=True), run.flagged),
        "waiting": _listed(ours.filter(standing=Standing.OFFERED), run.offered),
        "vanished": _listed(rows.vanished_before(run).order_by("seen_id", "pk"), run.vanished),
    }


def _listed(rows: QuerySet[Any], counted: int) -> dict[str, Any]:
    """The first rows of so many that the run counted; where it counted none, nothing is looked for."""
    first = list(rows[:LISTED]) if counted else []
    more = max(0, counted - len(first))
    return {"first": [(row, _title(row)) for row in first], "more": f"{more:,}" if more else ""}


def _title(row: Any) -> str:
    """What a row of a dataset is about, where its incident does not say it."""
    is_alone = isinstance(row, DatasetRow) and row.incident is None
    return title_of(row) if is_alone else ""


def counts_of(run: Import) -> list[tuple[str, str]]:
    return grouped(summary(run))


def grouped(counts: Iterable[tuple[str, int]]) -> list[tuple[str, str]]:
    """Words with their numbers, as people write them."""
    return [(word, f"{number:,}") for word, number in counts]
