"""The rows of datasets whose claims are in an incident: they follow the claims through a merge, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from incidents.merging.renumbering import Pairs
from incidents.models import DatasetRow, Incident, Standing


def follow(gone: Incident, into: Incident, claims: Pairs) -> list[list[Any]]:
    """Let later releases of the rows revise their claims where these are now; what undoing needs."""
    rows = list(DatasetRow.objects.filter(incident=gone))
    before = [[row.pk, row.standing] for row in rows]
    for row in rows:
        row.incident, row.standing = into, Standing.JOINED
        row.claims = _renumbered(row.claims, dict(claims))
    _save(rows)
    return before


def follow_back(moved: Mapping[str, Any], back: Incident) -> None:
    """Undo it. Claims that a later release added since stay where they are."""
    standing = dict(moved.get("rows", ()))
    rows = list(DatasetRow.objects.filter(pk__in=standing))
    for row in rows:
        row.incident, row.standing = back, standing[row.pk]
        row.claims = _renumbered(row.claims, {new: old for old, new in moved["claims"]})
    _save(rows)


def _renumbered(claims: Mapping[str, int], numbers: Mapping[int, int]) -> dict[str, int]:
    """Which claim each slot is now; one that was deleted is 0, so that no release brings it back."""
    return {slot: numbers.get(number, 0) for slot, number in claims.items()}


def _save(rows: list[DatasetRow]) -> None:
    DatasetRow.objects.bulk_update(rows, ["incident", "standing", "claims"])
