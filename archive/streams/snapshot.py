"""One state of the database for several queries, however long they take; nobody else has to wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from archive.replica.chosen import chosen, read_connection

#: https://www.postgresql.org/docs/current/transaction-iso.html#XACT-REPEATABLE-READ
ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@contextmanager
def snapshot() -> Iterator[None]:
    """All that is read within is read of one state. A transaction that has begun already keeps its own."""
    connection = read_connection()
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(using=chosen()):
            _run(ONE_STATE)
            yield
    else:
        # Transactions of the settings begin by locking out all who write: https://sqlite.org/isolation.html
        _run("BEGIN DEFERRED")
        try:
            yield
        finally:
            _run("ROLLBACK")


def _run(statement: str) -> None:
    with read_connection().cursor() as cursor:
        cursor.execute(statement)
