"""The highest key that a table ever gave: no key is given twice, for what was deleted may be spoken of."""

from __future__ import annotations

from typing import Any

from django.db import connection, models

from archive.backups.tables import Model


def counter_of(model: Model) -> int | None:
    """None where the table gives no keys, or has given none."""
    key = model._meta.pk
    if not isinstance(key, models.AutoField):
        return None
    if connection.vendor == "postgresql":
        found = _ask(f"SELECT CASE WHEN is_called THEN last_value END FROM {_sequence(model)}")
    else:
        found = _ask("SELECT seq FROM sqlite_sequence WHERE name = %s", model._meta.db_table)
    return int(found) if found else None


def go_on_from(model: Model, counter: int | None) -> None:
    """Let the next key be the one after this."""
    if counter is None:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT setval(%s::regclass, %s)", [_sequence(model), counter])
        else:
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
            insert = "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)"
            cursor.execute(insert, [model._meta.db_table, counter])


def _sequence(model: Model) -> str:
    table = connection.ops.quote_name(model._meta.db_table)
    return str(_ask("SELECT pg_get_serial_sequence(%s, %s)", table, model._meta.pk.column))


def _ask(query: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        row = cursor.fetchone()
        return row[0] if row else None
