"""Very many rows of one dataset, as several runs left them.

The large run met three quarters of the rows, and the others are of an earlier release. Where a run flagged or
refused rows, or left them waiting, they stand at the file's end, where the first ones are found last.
"""

from __future__ import annotations

from collections.abc import Iterator

import orjson
from django.db import connection

from archive.bulk import insert
from incidents.models import Dataset, DatasetRow, Import, Incident, Offer, RefusedRow, Standing
from sources.models import Publication
from tests.incidents.importers.rows import PLAIN

EARLIER, LARGE, SMALL = "ged221.csv", "ged231.csv", "a-few.csv"
#: So many imports, offered rows of each run, joined, flagged and refused rows there are.
RUNS, OFFERED, JOINED, FLAGGED, REFUSED = 1_000, 5_000, 2_000, 150, 20_000
#: So many rows the small run met.
FEW = 10
BATCH = 5_000


def make(rows: int) -> None:
    publication = Publication.objects.create(key="ucdp", name="UCDP", kind="dataset")
    dataset = Dataset.objects.create(publication=publication, redistributable=True)
    for _ in range(RUNS // 2):
        _run(dataset, "other.csv")
    runs = _runs(dataset, rows)
    for _ in range(RUNS // 2):
        _run(dataset, "other.csv", state="failed", error="The database gave up.")
    insert([Incident(key=f"event-{n}", title=f"Event {n}") for n in range(1, 1001)])
    incidents = list(Incident.objects.values_list("pk", flat=True))
    for first in range(1, rows + 1, BATCH):
        numbers = range(first, min(first + BATCH, rows + 1))
        insert([_row(n, rows, dataset, runs, incidents) for n in numbers])
    offered = DatasetRow.objects.waiting().values_list("pk", flat=True)
    insert([Offer(row_id=row, incident_id=incidents[row % 1000]) for row in offered])
    insert(list(_refusals(runs[LARGE])))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _runs(dataset: Dataset, rows: int) -> dict[str, Import]:
    counted = {"flagged": FLAGGED, "offered": OFFERED, "vanished": rows // 4, "refused": REFUSED}
    return {
        EARLIER: _run(dataset, EARLIER, done=rows // 4),
        LARGE: _run(dataset, LARGE, done=rows, **counted),
        SMALL: _run(dataset, SMALL, done=FEW, flagged=1, offered=1, vanished=rows - FEW),
    }


def _run(dataset: Dataset, file: str, **columns: object) -> Import:
    given = {"format": "ucdp", "file": file, "sha256": "0" * 64, "state": "done", "dataset": dataset}
    return Import.objects.create(**{**given, **columns})


def _row(
    number: int, rows: int, dataset: Dataset, runs: dict[str, Import], incidents: list[int]
) -> DatasetRow:
    id = str(number)
    left = rows - number
    seen = runs[EARLIER if number <= rows // 4 else SMALL if left < FEW else LARGE]
    is_offered = left == 0 or FEW <= left < FEW + OFFERED
    is_joined = FEW + OFFERED <= left < FEW + OFFERED + JOINED
    standing = Standing.OFFERED if is_offered else Standing.JOINED if is_joined else Standing.OWN
    return DatasetRow(
        dataset=dataset,
        external_id=id,
        incident_id=None if is_offered else incidents[number % 1000],
        standing=standing,
        raw=orjson.dumps(PLAIN["ucdp"] | {"id": id}).decode(),
        digest="0" * 64,
        number=number,
        claims={} if is_offered else {"killed": 1, "date": 2},
        flags=["low is greater than best"] if left == 0 or FEW <= left < FEW + FLAGGED else [],
        seen=seen,
    )


def _refusals(run: Import) -> Iterator[RefusedRow]:
    for number in range(1, REFUSED + 1):
        yield RefusedRow(
            run=run, number=number, line=number + 1, reason="best: “many” is no number", raw="[]"
        )
