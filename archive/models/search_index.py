"""What the engines search in, beside the rows themselves; made where it is missing, after every migration.

It is no migration itself: SQLite drops a table's triggers whenever a migration makes the table anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import AppConfig
from django.db import connections

from archive.models.search import TABLE, SearchEntry
from archive.search import COLUMNS


def prepare_search(sender: AppConfig, using: str = "default", **options: Any) -> None:
    connection = connections[using]
    with connection.cursor() as cursor:
        if SearchEntry._meta.db_table not in connection.introspection.table_names(cursor):
            return
        if connection.vendor == "postgresql":
            statements = _gin_indexes()
        else:
            statements = iter(()) if _has_triggers(cursor) else _full_text_table()
        for statement in statements:
            cursor.execute(statement)


def _gin_indexes() -> Iterator[str]:
    table = SearchEntry._meta.db_table
    for column in COLUMNS:
        yield f"CREATE INDEX IF NOT EXISTS {table}_{column} ON {table} USING gin ({column})"


def _has_triggers(cursor: Any) -> bool:
    cursor.execute("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = %s", [f"{TABLE}_added"])
    return cursor.fetchone() is not None


def _full_text_table() -> Iterator[str]:
    """An FTS5 table over the rows, and triggers that keep it up. Terms are plain words to its tokenizer.

    https://www.sqlite.org/fts5.html#external_content_tables
    """
    table = SearchEntry._meta.db_table
    columns = ", ".join(COLUMNS)
    new, old = (", ".join(f"{row}.{column}" for column in COLUMNS) for row in ("new", "old"))
    add = f"INSERT INTO {TABLE} (rowid, {columns}) VALUES (new.id, {new});"
    drop = f"INSERT INTO {TABLE} ({TABLE}, rowid, {columns}) VALUES ('delete', old.id, {old});"
    yield (
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING "
        f"fts5({columns}, content='{table}', content_rowid='id', tokenize='ascii')"
    )
    yield f"CREATE TRIGGER {TABLE}_added AFTER INSERT ON {table} BEGIN {add} END"
    yield f"CREATE TRIGGER {TABLE}_removed AFTER DELETE ON {table} BEGIN {drop} END"
    yield f"CREATE TRIGGER {TABLE}_changed AFTER UPDATE ON {table} BEGIN {drop} {add} END"
    yield f"INSERT INTO {TABLE} ({TABLE}) VALUES ('rebuild')"
