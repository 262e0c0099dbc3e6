"""The rows that a run refused, as a file that can be mended and imported again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import orjson

from incidents.importers.reading import Rejected, write_rejects
from incidents.models import Import


def give_back(run: Import, columns: Sequence[str], path: Path) -> int:
    """Write every row that the run refused, in the file's own columns; how many there are."""
    with path.open("w", encoding="utf-8", newline="") as file:
        return write_rejects(file, columns, _refused(run))


def _refused(run: Import) -> Iterator[Rejected]:
    for row in run.refusals.order_by("number").iterator():
        yield Rejected(row.line, row.reason, tuple(orjson.loads(row.raw)))
