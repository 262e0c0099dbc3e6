"""The role of the public process on PostgreSQL, and what it may run."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, connections
from psycopg.errors import InsufficientPrivilege

PASSWORD = "not secret, for this server knows nobody else"

postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles")


def grant(role: str) -> str:
    said = StringIO()
    call_command("grant_reader", role, stdout=said)
    return said.getvalue()


def refusal(role: str) -> str:
    with pytest.raises(CommandError) as caught:
        grant(role)
    return str(caught.value)


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def all_tables() -> list[str]:
    return connection.introspection.table_names()


def permitted(statements: Iterable[str]) -> list[str]:
    """Those of the statements that the reader may run. Its own wish to write is granted first."""
    with connections["reader"].cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = off")
        return [statement for statement in statements if _permitted(cursor, statement)]


def _permitted(cursor: object, statement: str) -> bool:
    try:
        cursor.execute(statement)  # type: ignore[attr-defined]
    except ProgrammingError as error:
        return not isinstance(error.__cause__, InsufficientPrivilege)
    return True
