"""Storing many new rows at once, as fast as the database takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from operator import attrgetter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection, models

from archive.models.search import TermsField

if TYPE_CHECKING:
    Field = models.Field[Any, Any]
else:
    Field = models.Field

#: Columns whose values are another thing in the database than in Python.
UNKNOWN_TO_DRIVER = (models.JSONField, TermsField)

#: Rows of one statement on engines without COPY.
BATCH = 500


class Lines(NamedTuple):
    """Rows of one table as plain values, in the order of these columns.

    Making a model of each row takes longer than storing it.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def insert_lines(model: type[models.Model], lines: Lines) -> None:
    """Store new rows of the model; the database gives what is not among the columns."""
    if lines.rows and connection.vendor == "postgresql":
        by_name = {field.attname: field for field in model._meta.concrete_fields}
        fields = [by_name[name] for name in lines.columns]
        insert_prepared(model, fields, _prepared(lines.rows, fields))
    elif lines.rows:
        insert_final([model(**dict(zip(lines.columns, row, strict=True))) for row in lines.rows])


def insert_values(model: type[models.Model], rows: Sequence[dict[str, Any]]) -> Sequence[Any]:
    """Store new rows, each given as the values of its columns by name, and return their database keys.

    What is left out is as in a new model. The columns that follow from others are derived as in a model too.
    """
    if not rows or connection.vendor != "postgresql":
        made = [model(**row) for row in rows]
        insert_final(made)
        return [row.pk for row in made]
    fields = _stored(model)
    given_else = {field.attname: field.get_default() for field in fields}
    plain = [SimpleNamespace(**given_else | row) for row in rows]
    keys = _next_keys(model, len(plain))
    for row, key in zip(plain, keys, strict=True):
        setattr(row, model._meta.pk.attname, key)
    insert_prepared(model, fields, _read(plain, fields))
    return keys


def insert(rows: Sequence[models.Model]) -> None:
    """Store new rows of one model, which get their database keys by it.

    PostgreSQL takes them by COPY: https://www.postgresql.org/docs/current/populate.html
    Raises IntegrityError and DataError of django.db, as any other way of storing rows.
    """
    if rows and connection.vendor == "postgresql":
        _give_keys(type(rows[0]), rows)
        fields = _stored(type(rows[0]))
        insert_prepared(type(rows[0]), fields, _read(rows, fields))
        for row in rows:
            row._state.adding, row._state.db = False, connection.alias
    else:
        insert_final(rows)


def insert_final(rows: Sequence[models.Model]) -> None:
    """Store new rows that nobody looks at any more: they do not learn the keys which the database gives."""
    if rows and connection.vendor == "postgresql":
        fields = [field for field in _stored(type(rows[0])) if not isinstance(field, models.AutoField)]
        insert_prepared(type(rows[0]), fields, _read(rows, fields))
    elif rows:
        type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)


def insert_prepared(
    model: type[models.Model], fields: Sequence[Field], rows: Iterable[Sequence[Any]]
) -> None:
    """Store rows as they are, each as what the driver is to write into these columns: nothing is derived.

    No more than a batch is held at once.
    """
    send(model._meta.db_table, [str(field.column) for field in fields], rows)


def send(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """The same for a table of which there is no model."""
    into = connection.ops.quote_name(table)
    names = ", ".join(map(connection.ops.quote_name, columns))
    if connection.vendor == "postgresql":
        _copy(f"{into} ({names})", rows)
        return
    statement = f"INSERT INTO {into} ({names}) VALUES ({', '.join(['%s'] * len(columns))})"
    waiting = iter(rows)
    with connection.cursor() as cursor:
        while some := list(islice(waiting, BATCH)):
            cursor.executemany(statement, some)


def _stored(model: type[models.Model]) -> list[Field]:
    """The columns that the database does not compute itself."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def _copy(into: str, rows: Iterable[Sequence[Any]]) -> None:
    """Send rows to a table and columns of it, as SQL names them."""
    with (
        _errors_of_django(),
        connection.cursor() as cursor,
        cursor.copy(f"COPY {into} FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _read(rows: Iterable[Any], fields: Sequence[Field]) -> Iterator[list[Any]]:
    """What these columns hold, of models or of what has the same attributes."""
    special = [(place, read) for place, field in enumerate(fields) if (read := _special(field))]
    plain = _getter([field.attname for field in fields])
    for row in rows:
        values = list(plain(row))
        for place, read in special:
            values[place] = read(row)
        yield values


def _prepared(rows: Sequence[tuple[Any, ...]], fields: Sequence[Field]) -> Iterable[Sequence[Any]]:
    """The rows, with what the driver does not take as it is made into what it takes."""
    places = [place for place, field in enumerate(fields) if isinstance(field, UNKNOWN_TO_DRIVER)]
    return (_with_prepared(row, fields, places) for row in rows) if places else rows


def _with_prepared(row: tuple[Any, ...], fields: Sequence[Field], places: Iterable[int]) -> list[Any]:
    values = list(row)
    for place in places:
        values[place] = fields[place].get_db_prep_save(values[place], connection)
    return values


def _getter(names: Sequence[str]) -> Callable[[models.Model], Sequence[Any]]:
    """All these attributes of a row at once."""
    one = names[0]
    return attrgetter(*names) if len(names) > 1 else lambda row: (getattr(row, one),)


def _errors_of_django() -> AbstractContextManager[None]:
    """Raise the driver's errors as those of django.db, which it does for every call but this one."""
    wrapper: AbstractContextManager[None] = connection.wrap_database_errors
    return wrapper


def _special(field: Field) -> Callable[[models.Model], Any] | None:
    """How a column's value is made, where the driver does not take the row's own as it is.

    Nothing is converted that the driver converts by itself, which is half of the time that a row takes.
    """
    if isinstance(field, UNKNOWN_TO_DRIVER):
        return lambda row: field.get_db_prep_save(field.pre_save(row, True), connection)
    if type(field).pre_save is models.Field.pre_save:
        return None
    return lambda row: field.pre_save(row, True)


def _give_keys(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Take the next keys of the table's sequence, where the database is to give them."""
    if not isinstance(model._meta.pk, models.AutoField):
        return
    for row, key in zip(rows, _next_keys(model, len(rows)), strict=True):
        row.pk = key


def _next_keys(model: type[models.Model], number: int) -> Sequence[int]:
    """So many keys of the table's sequence."""
    table, column = connection.ops.quote_name(model._meta.db_table), str(model._meta.pk.column)
    query = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
    with connection.cursor() as cursor:
        cursor.execute(query, [table, column, number])
        return [key for (key,) in cursor.fetchall()]


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
