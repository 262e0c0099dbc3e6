"""Rows of datasets whose claims stand on an incident: they follow its merge, and come back when undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from incidents.merging.renumbering import Pairs
from incidents.models import DatasetRow, Incident, Offer, Standing

#: How many rows one statement writes.
BATCH = 200
COLUMNS = ("incident", "standing", "claims")


def follow(gone: Incident, into: Incident, claims: Pairs) -> dict[str, Any]:
    """Let rows stand on the other incident; what undoing needs: each row with its standing, and new offers.

    The other incident was not made for them: they join it, so that its title and place stay its own.
    """
    rows = list(DatasetRow.objects.filter(incident=gone).order_by("pk"))
    before = [[row.pk, row.standing] for row in rows]
    _stand_on(into, rows, dict(claims))
    for row in rows:
        row.standing = Standing.JOINED
    DatasetRow.objects.bulk_update(rows, COLUMNS, batch_size=BATCH)
    return {"rows": before, "offers": _offer(gone, into)}


def come_back(moved: Mapping[str, Any], whole: Incident, back: Incident) -> None:
    """Let those rows that stand on the whole still stand where they stood, under the old numbers."""
    standings = dict(moved.get("rows", ()))
    rows = [row for some in _batches(list(standings)) for row in DatasetRow.objects.filter(pk__in=some)]
    ours = [row for row in rows if row.incident_id == whole.pk]
    _stand_on(back, ours, {new: old for old, new in moved["claims"]})
    for row in ours:
        row.standing = standings[row.pk]
    DatasetRow.objects.bulk_update(ours, COLUMNS, batch_size=BATCH)
    for some in _batches(moved.get("offers", [])):
        Offer.objects.filter(pk__in=some).delete()


def _stand_on(incident: Incident, rows: Sequence[DatasetRow], numbers: Mapping[int, int]) -> None:
    """A slot whose claim was deleted, or stays elsewhere, is that of claim 0: no release adds it again."""
    for row in rows:
        row.incident = incident
        row.claims = {slot: numbers.get(number, 0) for slot, number in row.claims.items()}


def _offer(gone: Incident, into: Incident) -> list[int]:
    """Offer the other incident to the rows that may be about this one; the keys of the new offers."""
    there = Offer.objects.filter(incident=into).values("row")
    waiting = Offer.objects.filter(incident=gone).exclude(row__in=there).order_by("row")
    return [
        Offer.objects.create(row_id=row, incident=into).pk for row in waiting.values_list("row", flat=True)
    ]


def _batches(keys: Sequence[int]) -> list[Sequence[int]]:
    return [keys[start : start + BATCH] for start in range(0, len(keys), BATCH)]
