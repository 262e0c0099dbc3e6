"""Which pages of imports are measured, among very many dataset rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from incidents.models import DatasetRow, Import, Standing
from tests.benchmarks.desk.imports import LARGE, SMALL


def pages() -> Iterator[tuple[str, str]]:
    """What is measured: a name and an address."""
    rows = reverse("admin:incidents_datasetrow_changelist")
    yield "home", reverse("admin:index")
    yield "imports", reverse("admin:incidents_import_changelist")
    yield "imports that failed", f"{reverse('admin:incidents_import_changelist')}?state__exact=failed"
    yield "run over many rows", _change("import", Import.objects.get(file=LARGE))
    yield "run over few rows", _change("import", Import.objects.get(file=SMALL))
    yield "dataset rows", rows
    yield "dataset rows, last page", f"{rows}?p={min(200, DatasetRow.objects.count() // 50)}"
    yield "rows that wait", f"{rows}?standing=offered"
    yield "rows that were joined", f"{rows}?standing=joined"
    yield "rows by id", f"{rows}?q=77"
    yield "rows by an id that is not here", f"{rows}?q=nowhere"
    for standing in Standing:
        row = DatasetRow.objects.filter(standing=standing).latest("pk")
        yield f"row: {standing.value}", _change("datasetrow", row)


def _change(model: str, row: Any) -> str:
    return reverse(f"admin:incidents_{model}_change", args=[row.pk])
