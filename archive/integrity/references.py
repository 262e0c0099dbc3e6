"""Whether every row that points to another points to one that is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import Exists, OuterRef

#: https://www.postgresql.org/docs/current/catalog-pg-constraint.html
UNPROVED = """
SELECT conrelid::regclass::text, conname FROM pg_constraint
WHERE NOT convalidated AND connamespace = current_schema()::regnamespace ORDER BY 1, 2
"""


def problems(quick: bool) -> Iterator[str]:
    """Quick: on PostgreSQL, whether its constraints are in force; else every row is looked at."""
    if connection.vendor == "sqlite":
        yield from _damaged(quick)
        yield from _pointing_nowhere()
        return
    for table, constraint in _ask(UNPROVED):
        yield f"{table}: the constraint {constraint} was never proved"
    for model in apps.get_models(include_auto_created=True) if not quick else ():
        yield from _orphans(model)


def _damaged(quick: bool) -> Iterator[str]:
    """https://www.sqlite.org/pragma.html#pragma_integrity_check"""
    for (said,) in _ask("PRAGMA quick_check" if quick else "PRAGMA integrity_check"):
        if said != "ok":
            yield f"the database file: {said}"


def _pointing_nowhere() -> Iterator[str]:
    """https://www.sqlite.org/pragma.html#pragma_foreign_key_check"""
    for table, row, to, _ in _ask("PRAGMA foreign_key_check"):
        yield f"{table}, row {row}: it points to a row of {to} that is not there"


def _orphans(model: type[models.Model]) -> Iterator[str]:
    """A server that was told to look away, as by a load without triggers, holds to no constraint."""
    for field in model._meta.local_concrete_fields:
        if not isinstance(field, models.ForeignKey) or not model._meta.managed:
            continue
        points_to = {field.target_field.attname: OuterRef(field.attname)}
        there = field.related_model._base_manager.filter(**points_to)
        rows = model._base_manager.filter(~Exists(there), **{f"{field.attname}__isnull": False})
        for key in rows.order_by().values_list("pk", flat=True)[:20]:
            table, to = model._meta.db_table, field.related_model._meta.db_table
            yield f"{table}, row {key}: {field.attname} points to a row of {to} that is not there"


def _ask(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())
