"""What a run refused, as a file that can be mended and imported again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson

from incidents.importers.reading import Rejected, reject_lines
from incidents.importers.running.records import is_records
from incidents.models import Import, RefusedRow

#: So many rows are held at once: one of them may be millions of characters long.
HELD = 50


def give_back(run: Import, path: Path) -> int:
    """Write all that the run refused to the file; how many that were."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(rejects(run))
    return run.refusals.count()


def rejects(run: Import) -> Iterator[str]:
    """The file's text in pieces: rows in the columns of the file that they came in, records one a line."""
    if is_records(run):
        return (f"{row.raw}\n" for row in _refusals(run))
    return reject_lines(run.columns, map(_rejected, _refusals(run)))


def can_be_given_back(run: Import) -> bool:
    """Whether what was refused can be a file: that of a table needs the names of its columns."""
    return is_records(run) or bool(run.columns)


def _refusals(run: Import) -> Iterator[RefusedRow]:
    """In the file's order; nothing is left open while somebody takes long to fetch them."""
    last = 0
    while some := list(run.refusals.filter(number__gt=last).order_by("number")[:HELD]):
        yield from some
        last = some[-1].number


def _rejected(row: RefusedRow) -> Rejected:
    return Rejected(row.line, row.reason, tuple(orjson.loads(row.raw)))
