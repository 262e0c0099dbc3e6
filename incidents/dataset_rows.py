"""Rows of datasets whose incident is deleted at the desk: it is remembered which, and found again."""

from __future__ import annotations

from collections.abc import Sequence

import orjson
from django.db.models import QuerySet

from incidents.importers.running.forms import form_of
from incidents.importers.running.rows import digest_of
from incidents.models import Dataset, DatasetRow, Incident


def let_go(incidents: Sequence[Incident]) -> None:
    """The incidents are about to be deleted: their rows are without one, and know whose they were."""
    rows = DatasetRow.objects.filter(incident__in=incidents)
    _take_turns(rows)
    for incident in incidents:
        DatasetRow.objects.filter(incident=incident).update(incident=None, deleted_incident=incident.key)


def hold_let_go(key: str) -> None:
    """Keep imports from the rows that the deleted incident had, before it comes back."""
    _take_turns(DatasetRow.objects.filter(deleted_incident=key))


def take_back(incident: Incident) -> None:
    """The incident is back: its rows are its own again, and the next release is compared with its claims."""
    rows = list(DatasetRow.objects.filter(deleted_incident=incident.key).select_related("seen"))
    for row in rows:
        row.incident, row.deleted_incident, row.digest = incident, "", digest_as_kept(row)
    DatasetRow.objects.bulk_update(rows, ["incident", "deleted_incident", "digest"], batch_size=200)


def digest_as_kept(row: DatasetRow) -> str:
    """The digest of what the row is kept as, where that of what was last read may be another."""
    form = form_of(row.seen)
    return digest_of(orjson.loads(row.raw), form) if form else ""


def _take_turns(rows: QuerySet[DatasetRow]) -> None:
    """Batches of imports hold their dataset first, and incidents after it."""
    list(Dataset.objects.select_for_update().filter(pk__in=rows.values("dataset")).order_by("pk"))
