"""What a database is made of, one line for each thing, in their order: `python -m tests.faults.schema`."""

from __future__ import annotations

import django

#: https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG
POSTGRESQL = """
    SELECT 'column', table_name, column_name || ' ' || data_type || ' ' || is_nullable
      FROM information_schema.columns WHERE table_schema = current_schema()
    UNION ALL SELECT 'index', tablename, indexdef FROM pg_indexes WHERE schemaname = current_schema()
    UNION ALL SELECT 'constraint', conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
    UNION ALL SELECT 'function', proname, prosrc FROM pg_proc
      WHERE pronamespace = current_schema()::regnamespace
    UNION ALL SELECT 'trigger', tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger
      WHERE NOT tgisinternal
"""
SQLITE = "SELECT type, name, coalesce(sql, '') FROM sqlite_master"
APPLIED = "SELECT 'migration', app, name FROM django_migrations"


def main() -> None:
    django.setup()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL if connection.vendor == "postgresql" else SQLITE)
        things = cursor.fetchall()
        cursor.execute(APPLIED)
        things += cursor.fetchall()
    for thing in sorted(" ".join(" ".join(map(str, row)).split()) for row in things):
        print(thing)  # noqa: T201


if __name__ == "__main__":
    main()
