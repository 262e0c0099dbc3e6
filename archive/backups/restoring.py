"""Restoring a backup into an empty database: all rows come in one transaction, or none."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps as present
from django.apps.registry import Apps
from django.db import DatabaseError, connection, transaction

from archive import editions
from archive.backups import beside
from archive.backups.counters import go_on_from
from archive.backups.manifest import BackupError, Manifest, table_file
from archive.backups.reading import prove, read
from archive.backups.schema import applied, bring_to, bring_up_to_date, refuse_newer
from archive.backups.tables import Model, columns_of, kept_models, label_of, rows_in
from archive.bulk import analyse_new_tables, insert_prepared

#: What “migrate” itself puts into an empty database.
MADE_BY_MIGRATE = ("auth.Group_permissions", "auth.Group", "auth.Permission", "contenttypes.ContentType")

#: How many rows are stored between two lines of progress.
STEP = 100_000

#: Called with the name of what comes next, and now and then with how far it has come.
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Restored:
    """`is_older`: whether the backup is of an earlier version, whose catalogue may be another."""

    manifest: Manifest
    is_older: bool


def restore(path: Path, tell: Tell = lambda _: None) -> Restored:
    """Fill the empty database, and the folders beside it, with the backup, and bring it up to date.

    Raises BackupError; then the database is as empty as it was, and the same command begins anew.
    """
    manifest = read(path)
    refuse_newer(manifest.migrations)
    refuse_filled()
    prove(path, manifest, tell)
    for name in manifest.folders:
        tell(name)
        beside.bring_back(path, name)
    _fill(path, manifest, bring_to(manifest.migrations), tell)
    tell("what came since")
    bring_up_to_date()
    analyse_new_tables()
    _compare_head(manifest)
    return Restored(manifest, applied() != manifest.migrations)


def refuse_filled() -> None:
    """Raises BackupError for a database that holds anything but what “migrate” puts there."""
    tables = set(connection.introspection.table_names())
    for model in kept_models(present):
        if model._meta.db_table in tables and label_of(model) not in MADE_BY_MIGRATE and _holds_rows(model):
            raise BackupError(
                f"The database is not empty: {model._meta.db_table} holds rows, and none is overwritten. "
                "Restore into a new database. If a restore was stopped after its last table, everything is "
                "there: run “manage.py migrate” and “manage.py check_integrity”."
            )


def _holds_rows(model: Model) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(model._meta.db_table)} LIMIT 1")
        return cursor.fetchone() is not None


def _fill(path: Path, manifest: Manifest, then: Apps, tell: Tell) -> None:
    """All tables, with the models as they were at the time of the backup."""
    models = {label_of(model): model for model in then.get_models(include_auto_created=True)}
    if missing := set(manifest.tables) - set(models):
        raise BackupError(f"The backup holds a table that is not known here: {min(missing)}.")
    with transaction.atomic():
        for label in MADE_BY_MIGRATE:
            if label in models:
                _clear(models[label])
        for label in manifest.tables:
            tell(label)
            _fill_table(path, models[label], manifest, tell)
        _check_references()


def _fill_table(path: Path, model: Model, manifest: Manifest, tell: Tell) -> None:
    label, file = label_of(model), table_file(label_of(model))
    table, columns = manifest.tables[label], columns_of(model)
    if {field.attname for field in columns} != set(table.columns):
        raise BackupError(f"{file}: its columns are not those that this table had at its migration.")
    stored = 0

    def lines() -> Iterator[bytes]:
        nonlocal stored
        for line in _lines(path / file):
            stored += 1
            if stored % STEP == 0:
                tell(f"{label}: {stored:,} rows")
            yield line

    try:
        insert_prepared(model, columns, rows_in(lines(), columns))
    except (DatabaseError, ValueError, KeyError, TypeError) as error:
        raise BackupError(f"{file}, line {stored} or before: it cannot be stored: {error}") from error
    if stored != table.rows:
        raise BackupError(f"{file}: it has {stored} rows, and the manifest says {table.rows}.")
    go_on_from(model, table.counter)
    if connection.vendor == "postgresql":
        _check_references()


def _lines(file: Path) -> Iterator[bytes]:
    try:
        with gzip.open(file, "rb") as lines:
            yield from lines
    except (OSError, EOFError, zlib.error) as error:
        raise BackupError(f"{file} cannot be unpacked: {error}") from None


def _check_references() -> None:
    """Raises BackupError for a row that points to one that is not there."""
    try:
        connection.check_constraints()
    except DatabaseError as error:
        raise BackupError(f"A row points to one that is not in the backup: {error}") from error


def _clear(model: Model) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


def _compare_head(manifest: Manifest) -> None:
    head: Any = editions.head()
    if (head.text, head.count) != (manifest.head, manifest.editions):
        raise BackupError("The editions are not those of which backup.json gives the head.")
