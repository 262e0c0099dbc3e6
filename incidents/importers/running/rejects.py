"""What a run refused, as a file that can be mended and imported again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import orjson

from incidents.importers.reading import Rejected, write_rejects
from incidents.importers.running.records import RECORDS
from incidents.models import Import


def give_back(run: Import, columns: Sequence[str], path: Path) -> int:
    """Write all that the run refused: rows in the file's own columns, records one a line; how many."""
    with path.open("w", encoding="utf-8", newline="") as file:
        if run.format != RECORDS:
            return write_rejects(file, columns, _refused(run))
        count = 0
        for row in run.refusals.order_by("number").iterator():
            file.write(f"{row.raw}\n")
            count += 1
        return count


def _refused(run: Import) -> Iterator[Rejected]:
    for row in run.refusals.order_by("number").iterator():
        yield Rejected(row.line, row.reason, tuple(orjson.loads(row.raw)))
