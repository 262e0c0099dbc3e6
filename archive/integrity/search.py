"""Whether what the engine searches in is there, and holds what the rows hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from archive.models.search_index import is_in_step, unprepared

#: https://www.postgresql.org/docs/current/catalog-pg-index.html
UNUSABLE = """
SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
WHERE relnamespace = current_schema()::regnamespace AND NOT (indisvalid AND indisready) ORDER BY 1
"""
FULL_TEXT = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%' ORDER BY 1"


def problems(quick: bool) -> Iterator[str]:
    """Quick: whether it is there; else SQLite compares its tables of words with the rows."""
    for name in unprepared():
        yield f"{name} is missing: run “manage.py migrate”"
    if connection.vendor == "postgresql":
        for (index,) in _ask(UNUSABLE):
            yield f"{index} is no whole index: run “REINDEX INDEX {index}”"
        return
    for (table,) in _ask(FULL_TEXT) if not quick else ():
        if not is_in_step(table):
            yield f"{table} does not hold what its rows hold: mend it with its command “rebuild”"


def _ask(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())
