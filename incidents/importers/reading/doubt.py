"""What is read behind a row whose quotes do not match: it may be text of a cell that only looks like rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from incidents.importers.reading.rows import Split

#: So many whole rows in a row show that reading is in step again.
TRUSTED = 3
DOUBTFUL = "stands behind a row whose quotes do not match, and may be a part of it; mend both together"


def settled(rows: Iterable[Split]) -> Iterator[Split]:
    """The rows, those refused that cannot be told from text within a cell."""
    waiting: list[Split] = []
    doubt = wrong = False
    for row in rows:
        suspect = row.stray and (doubt or wrong) and not row.problem
        wrong = bool(row.problem)
        if row.broken or suspect or (doubt and wrong):
            yield from map(_refused, waiting)
            yield row if row.problem else _refused(row)
            waiting, doubt = [], True
        elif doubt:
            waiting.append(row)
            if len(waiting) == TRUSTED:
                yield from waiting
                waiting, doubt = [], False
        else:
            yield row
    yield from map(_refused, waiting)


def _refused(row: Split) -> Split:
    return row._replace(problem=DOUBTFUL)
