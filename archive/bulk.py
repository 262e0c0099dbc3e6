"""Storing many new rows at once, as fast as the database takes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from operator import attrgetter
from typing import Any

from django.db import connection, models

from archive.models.search import TermsField

#: Rows of one statement on engines without COPY.
BATCH = 500


def insert(rows: Sequence[models.Model]) -> None:
    """Store new rows of one model, which get their database keys by it.

    PostgreSQL takes them by COPY: https://www.postgresql.org/docs/current/populate.html
    Raises IntegrityError and DataError of django.db, as any other way of storing rows.
    """
    if rows and connection.vendor == "postgresql":
        _copy(type(rows[0]), rows)
    elif rows:
        type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)


def _copy(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    _give_keys(model, rows)
    fields = model._meta.concrete_fields
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    readers = [_reader(field) for field in fields]
    statement = f"COPY {table} ({columns}) FROM STDIN"
    with _errors_of_django(), connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([read(row) for read in readers])
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def _errors_of_django() -> AbstractContextManager[None]:
    """Raise the driver's errors as those of django.db, which it does for every call but this one."""
    wrapper: AbstractContextManager[None] = connection.wrap_database_errors
    return wrapper


def _reader(field: models.Field[Any, Any]) -> Callable[[models.Model], Any]:
    """What the database stores of a row in this column, as the driver takes it.

    Nothing is converted that the driver converts by itself, which is half of the time that a row takes.
    """
    if isinstance(field, models.JSONField | TermsField):
        return lambda row: field.get_db_prep_save(field.pre_save(row, True), connection)
    if type(field).pre_save is models.Field.pre_save:
        return attrgetter(field.attname)
    return lambda row: field.pre_save(row, True)


def _give_keys(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Take the next keys of the table's sequence, where the database is to give them."""
    if not isinstance(model._meta.pk, models.AutoField):
        return
    column = str(model._meta.pk.column)
    query = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
    with connection.cursor() as cursor:
        cursor.execute(query, [connection.ops.quote_name(model._meta.db_table), column, len(rows)])
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key


def analyse_new_tables() -> None:
    """Let PostgreSQL look at tables that it never looked at: it plans for them as if they were empty.

    https://www.postgresql.org/docs/current/populate.html#POPULATE-ANALYZE
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE reltuples = -1 AND relkind = 'r' "
            "AND relnamespace = current_schema()::regnamespace AND pg_relation_size(oid) > 0"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")
