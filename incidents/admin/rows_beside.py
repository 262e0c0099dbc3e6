"""Which rows of datasets an incident's claims come from, as its page shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from incidents.models import DatasetRow, Incident

#: So many rows are listed.
LISTED = 20


@dataclass(frozen=True, slots=True)
class RowBeside:
    """A row and its page; `waits` where it is only offered to the incident."""

    row: DatasetRow
    page: str
    waits: bool = False


@dataclass(frozen=True, slots=True)
class RowsBeside:
    """The first rows; `claims` leads from a claim's number to the page of the row that it comes from."""

    first: Sequence[RowBeside]
    is_more: bool
    claims: Mapping[int, str]


def rows_beside(incident: Incident) -> RowsBeside:
    """Two queries: the rows whose claims stand on the incident, and those that may be about it."""
    linked = DatasetRow.objects.select_related("dataset__publication")
    own = list(linked.filter(incident=incident).order_by("pk")[: LISTED + 1])
    offered = list(linked.waiting().filter(offers__incident=incident).order_by("pk")[: LISTED + 1])
    found = [*(_beside(row) for row in own), *(_beside(row, waits=True) for row in offered)]
    claims = {number: _page(row) for row in own[:LISTED] for number in row.claims.values()}
    return RowsBeside(found[:LISTED], len(found) > LISTED, claims)


def _beside(row: DatasetRow, *, waits: bool = False) -> RowBeside:
    return RowBeside(row, _page(row), waits)


def _page(row: DatasetRow) -> str:
    return reverse("admin:incidents_datasetrow_change", args=[row.pk])
