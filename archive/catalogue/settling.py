"""Making the rows of a stretch of keys what they should be, by a few statements however many they are.

What is right already is not written again. Who reads sees all rows as they were, or all as they should be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.db import connection, models

from archive.bulk import Lines, send

#: A table of this connection alone, and gone with the transaction.
WANTED = "wanted"


class Stretch(NamedTuple):
    """Keys behind `after`, up to `upto` or to the last. `beside`: what the rows' other columns hold."""

    column: str
    after: str
    upto: str | None
    beside: Mapping[str, str]


class Settled(NamedTuple):
    """How many rows were not there, or stale, and how many should not have been there."""

    missing: int
    strange: int


def settle(model: type[models.Model], lines: Lines, stretch: Stretch) -> Settled:
    """Let the stretch hold these rows and no others. The caller is in a transaction, and lets nobody in."""
    table, columns = model._meta.db_table, lines.columns
    same = " AND ".join(f"{WANTED}.{column} = {table}.{column}" for column in columns)
    where, values = _within(stretch)
    _want(table, lines, stretch.column)
    strange = _run(
        f"DELETE FROM {table} WHERE {where} AND NOT EXISTS (SELECT 1 FROM {WANTED} WHERE {same})", values
    )
    names = ", ".join(columns)
    missing = _run(
        f"INSERT INTO {table} ({names}) SELECT {names} FROM {WANTED} "
        f"WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {same})"
    )
    _run(f"DROP TABLE {WANTED}")
    return Settled(missing, strange)


def _within(stretch: Stretch) -> tuple[str, list[str]]:
    """The condition that a row lies in the stretch, and its values."""
    conditions = {f"{column} = %s": value for column, value in stretch.beside.items()}
    conditions[f"{stretch.column} > %s"] = stretch.after
    if stretch.upto is not None:
        conditions[f"{stretch.column} <= %s"] = stretch.upto
    return " AND ".join(conditions), list(conditions.values())


def _want(table: str, lines: Lines, key: str) -> None:
    """Put the rows into a table of their own, which the database compares with the other."""
    names = ", ".join(lines.columns)
    _run(f"CREATE TEMPORARY TABLE {WANTED} AS SELECT {names} FROM {table} LIMIT 0")
    send(WANTED, lines.columns, lines.rows)
    _run(f"CREATE INDEX {WANTED}_rows ON {WANTED} ({key})")


def _run(statement: str, values: Sequence[str] = ()) -> int:
    """How many rows it was about."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)
