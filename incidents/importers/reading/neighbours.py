"""Rows that a line break without quotes may have torn apart.

A break in the midst of a row leaves two rows of too few cells. One in its first or its last cell leaves a
line of a single cell beside a row that only looks whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from incidents.importers.reading.rows import Split

BESIDE = "stands beside a line of a single cell, which may be a part of it; mend both together"


def untorn(rows: Iterator[Split]) -> Iterator[Split]:
    """The rows, those refused that stand beside a line of a single cell; the first, a header, as it is."""
    yield from islice(rows, 1)
    last: Split | None = None
    torn = False
    for row in rows:
        if last is not None:
            yield _refused(last) if torn or _is_single(row) else last
            torn = _is_single(last)
        last = row
    if last is not None:
        yield _refused(last) if torn else last


def _is_single(row: Split) -> bool:
    return bool(row.problem) and not row.broken and len(row.values) == 1


def _refused(row: Split) -> Split:
    return row if row.problem else row._replace(problem=BESIDE)
