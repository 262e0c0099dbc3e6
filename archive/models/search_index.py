"""What the engines search in, beside the rows themselves; made where it is missing, after every migration.

It is no migration itself: SQLite drops a table's triggers whenever a migration makes the table anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import AppConfig
from django.db import DatabaseError, connections, models, transaction

from archive.models.names import NameEntry
from archive.models.search import SearchEntry, TermsQuerySet, terms_table

SEARCHED: tuple[type[SearchEntry | NameEntry], ...] = (SearchEntry, NameEntry)


def prepare_search(sender: AppConfig, using: str = "default", **options: Any) -> None:
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for model in SEARCHED:
            if model._meta.db_table not in tables:
                continue
            if connection.vendor == "postgresql":
                _run(cursor, list(_gin_indexes(model, cursor)))
            elif not _has_triggers(model, cursor):
                _run(cursor, _full_text_table(model))


def unprepared() -> Iterator[str]:
    """The names of what the engine searches in, and has not."""
    with connections["default"].cursor() as cursor:
        for model in SEARCHED:
            if connections["default"].vendor == "postgresql":
                yield from (f"{terms_table(model)}_{column}" for column in _missing_columns(model, cursor))
            elif not _has_triggers(model, cursor):
                yield terms_table(model)


def is_in_step(table: str) -> bool:
    """Whether a full-text table of SQLite holds what its rows hold.

    https://www.sqlite.org/fts5.html#the_integrity_check_command
    """
    compare = f'INSERT INTO "{table}" ("{table}", rank) VALUES (\'integrity-check\', 1)'
    try:
        with transaction.atomic(), connections["default"].cursor() as cursor:
            cursor.execute(compare)
    except DatabaseError:
        return False
    return True


def bring_in_step() -> Iterator[str]:
    """Fill those full-text tables of SQLite anew that do not hold what their rows hold, and name them.

    PostgreSQL's indexes cannot come out of step with their rows.
    """
    if connections["default"].vendor == "postgresql":
        return
    for table in map(terms_table, SEARCHED):
        if not is_in_step(table):
            with connections["default"].cursor() as cursor:
                cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
            yield table


def _run(cursor: Any, statements: Iterable[str]) -> None:
    for statement in statements:
        cursor.execute(statement)


def _columns(model: type[SearchEntry | NameEntry]) -> tuple[str, ...]:
    found: TermsQuerySet[Any] = model._default_manager.all()
    return found.columns


def _gin_indexes(model: type[SearchEntry | NameEntry], cursor: Any) -> Iterator[str]:
    for column in _missing_columns(model, cursor):
        name = f"{terms_table(model)}_{column}"
        yield f"CREATE INDEX {name} ON {model._meta.db_table} USING gin ({column})"


def _missing_columns(model: type[SearchEntry | NameEntry], cursor: Any) -> Iterator[str]:
    """The columns that have no index."""
    for column in _columns(model):
        cursor.execute("SELECT to_regclass(%s)", [f"{terms_table(model)}_{column}"])
        if cursor.fetchone()[0] is None:
            yield column


def _has_triggers(model: type[models.Model], cursor: Any) -> bool:
    name = f"{terms_table(model)}_added"
    cursor.execute("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = %s", [name])
    return cursor.fetchone() is not None


def _full_text_table(model: type[SearchEntry | NameEntry]) -> Iterator[str]:
    """An FTS5 table over the rows, and triggers that keep it up. Terms are plain words to its tokenizer.

    https://www.sqlite.org/fts5.html#external_content_tables
    """
    rows, table = model._meta.db_table, terms_table(model)
    columns = ", ".join(_columns(model))
    new, old = (", ".join(f"{row}.{column}" for column in _columns(model)) for row in ("new", "old"))
    add = f"INSERT INTO {table} (rowid, {columns}) VALUES (new.id, {new});"
    drop = f"INSERT INTO {table} ({table}, rowid, {columns}) VALUES ('delete', old.id, {old});"
    yield (
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING "
        f"fts5({columns}, content='{rows}', content_rowid='id', tokenize='ascii')"
    )
    yield f"CREATE TRIGGER {table}_added AFTER INSERT ON {rows} BEGIN {add} END"
    yield f"CREATE TRIGGER {table}_removed AFTER DELETE ON {rows} BEGIN {drop} END"
    yield f"CREATE TRIGGER {table}_changed AFTER UPDATE ON {rows} BEGIN {drop} {add} END"
    yield f"INSERT INTO {table} ({table}) VALUES ('rebuild')"
