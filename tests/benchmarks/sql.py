"""Questions put to the database itself, as floors: no layer is between them and the driver."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

#: Rows that are fetched at once where there are very many.
AT_ONCE = 2_000


def rows(statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def read_all(statement: str) -> int:
    """Read whatever it finds, some rows at a time, and keep nothing: how many there were."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        found = 0
        while some := cursor.fetchmany(AT_ONCE):
            found += len(some)
    return found


def copy_out(question: str) -> int:
    """Let PostgreSQL write a question's answer as CSV: how many bytes."""
    with connection.cursor() as cursor, cursor.copy(f"COPY ({question}) TO STDOUT WITH CSV") as copy:
        return sum(len(block) for block in copy)
