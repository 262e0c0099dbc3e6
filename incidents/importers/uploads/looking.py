"""A first look at a file: what its first rows would become, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction

from incidents.importers.parsing.dataset import Dataset as Release
from incidents.importers.parsing.entry import Entry, RowError
from incidents.importers.parsing.format import Format
from incidents.importers.reading import Row, open_table
from incidents.importers.running.course import batch_of
from incidents.importers.running.rows import weight_of_row
from incidents.importers.running.rows_in_words import told
from incidents.importers.running.run import Stopped, Taking, Wish, rows_of
from incidents.importers.running.words import summary
from incidents.models import Import

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: So many rows and problems are shown.
SHOWN = 10


def look_at(path: Path, form: Format, release: str | None, by: User | None) -> dict[str, Any]:
    """What is seen of the file, as plain data: its columns, first rows and problems, and what would happen.

    `rows`: how many were looked at, `whole`: whether those are all. Raises FileError.
    """
    named = form.release_of(path.name) if release is None else release
    with open_table(path, form) as table:
        rows = table.rows()
        looked = [_told(row, form, Release(form.publication, named)) for row in batch_of(rows, weight_of_row)]
        return {
            "columns": list(table.columns),
            "sha256": table.sha256,
            "release": named,
            "rows": len(looked),
            "whole": next(rows, None) is None,
            "first": [each for each in looked if "title" in each][:SHOWN],
            "problems": [each for each in looked if "reason" in each][:SHOWN],
            "counts": list(counts(path, rows_of(form), release, by)) if looked else [],
        }


def _told(row: Row, form: Format, release: Release) -> dict[str, Any]:
    try:
        entry = _entry(row, form, release)
    except RowError as error:
        return {"line": row.line, "reason": str(error)}
    return {"line": row.line, **told(entry.record), "flags": list(entry.flags)}


def _entry(row: Row, form: Format, release: Release) -> Entry:
    if row.problem:
        raise RowError(row.problem)
    return form.parse(row.cells, release)


def counts(path: Path, take: Taking, release: str | None, by: User | None) -> Iterator[tuple[str, int]]:
    """What importing the first batch would do, told in words; nothing of it is stored."""
    seen: list[Import] = []

    def stop(run: Import, file: Any) -> None:
        seen.append(run)
        raise Stopped("The first rows are enough.")

    with transaction.atomic():
        try:
            take(path, Wish(dry_run=True, release=release, by=by), stop)
        except Stopped:
            transaction.set_rollback(True)
    return summary(seen[0])
