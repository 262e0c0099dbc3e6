"""The PostgreSQL role of the public process: it reads the reading room and adds what readers hand in.

https://www.postgresql.org/docs/current/ddl-priv.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from psycopg.sql import SQL, Composed, Identifier, Literal

from archive.models import RECEIVED

#: What must never be granted to it in any schema of the archive's database, with what it may read and
#: add to left out. Privileges that everybody has (PUBLIC) count, and so do those on single columns.
EXCESS = """
WITH place AS (
    SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), thing AS (
    SELECT c.oid, relkind = 'S' AS counts, format('%%I.%%I', nspname, relname) AS name,
           nspname = current_schema() AND relname = ANY(%(tables)s) AS readable,
           nspname = current_schema() AND relname = ANY(%(received)s) AS received
    FROM pg_class c JOIN place ON place.oid = relnamespace
    WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
), excess AS (
    SELECT word, name FROM thing, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) word
    WHERE NOT counts AND has_any_column_privilege(%(role)s, oid, word) AND NOT (readable AND word = 'SELECT')
      AND NOT (received AND word = 'INSERT')
  UNION ALL
    SELECT word, name FROM thing, unnest(ARRAY['DELETE', 'TRUNCATE', 'TRIGGER']) word
    WHERE NOT counts AND has_table_privilege(%(role)s, oid, word)
  UNION ALL
    SELECT word, name FROM thing, unnest(ARRAY['SELECT', 'USAGE', 'UPDATE']) word
    WHERE counts AND has_sequence_privilege(%(role)s, oid, word)
  UNION ALL
    SELECT 'CREATE', format('schema %%I', nspname) FROM place
    WHERE has_schema_privilege(%(role)s, oid, 'CREATE')
  UNION ALL
    SELECT word, 'the database' FROM unnest(ARRAY['CREATE', 'TEMPORARY']) word
    WHERE has_database_privilege(%(role)s, current_database(), word)
)
SELECT word || ' on ' || name FROM excess
"""

#: Everybody may store large objects, unless an administrator says otherwise of each database.
#: https://www.postgresql.org/docs/current/lo-funcs.html
STORES = "SELECT has_function_privilege(%s, 'lo_create(oid)', 'EXECUTE')"
NO_OBJECTS = (
    "REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC"
)
IS_ADMINISTRATOR = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"

POWERS = """
SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
       OR rolname IN (current_user, session_user)
       OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
FROM pg_roles WHERE rolname = %s
"""


class TooPowerful(Exception):
    """The role could do more than read the reading room; the message names what."""


class PasswordMissing(Exception):
    """A new role has no password."""


def readable_tables() -> list[str]:
    """The tables of the reading room: editions and catalogue."""
    models = apps.get_app_config("archive").get_models(include_auto_created=True)
    return sorted({model._meta.db_table for model in models}.difference(received_tables()))


def received_tables() -> list[str]:
    """The tables to which the public process adds what readers hand in, and which it cannot read."""
    return sorted(model._meta.db_table for model in RECEIVED)


@transaction.atomic
def grant_reader(role: str, password: str = "") -> list[str]:
    """Make the role, or change its password if one is given; let it read these tables, add to those of
    `received_tables`, and do nothing else.

    Raises PasswordMissing, TooPowerful, or django.db.DatabaseError where the server refuses; then nothing
    was changed.
    """
    tables = readable_tables()
    _make(role, password)
    for statement in _grants(role, tables):
        _run(statement)
    if _ask(IS_ADMINISTRATOR)[0][0]:
        _run(SQL(NO_OBJECTS).format())
    held = {"role": role, "tables": tables, "received": received_tables()}
    if excess := [privilege for (privilege,) in _ask(EXCESS, held)]:
        raise TooPowerful(f"“{role}” could still do more than read: {', '.join(excess)}.")
    return tables


def stores_objects(role: str) -> bool:
    """Whether the role may still store large objects, which only an administrator can forbid."""
    return bool(_ask(STORES, [role])[0][0])


def _make(role: str, password: str) -> None:
    found = _ask(POWERS, [role])
    if found and found[0][0]:
        raise TooPowerful(f"“{role}” exists and is no mere reader. Choose a name that nothing else uses.")
    if not found and not password:
        raise PasswordMissing(role)
    if not found:
        _run(SQL("CREATE ROLE {} LOGIN").format(Identifier(role)))
    if password:
        _run(
            SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(Identifier(role), Literal(_sealed(role, password)))
        )


def _sealed(role: str, password: str) -> str:
    """The password as the server keeps it, so that no log of statements shows it."""
    connection.ensure_connection()
    driver = connection.connection.pgconn
    return str(driver.encrypt_password(password.encode(), role.encode()).decode())


def _grants(role: str, tables: list[str]) -> Iterator[Composed]:
    names = {
        "role": Identifier(role),
        "schema": Identifier(str(_ask("SELECT current_schema()")[0][0])),
        "database": Identifier(str(_ask("SELECT current_database()")[0][0])),
        "tables": SQL(", ").join(map(Identifier, tables)),
        "received": SQL(", ").join(map(Identifier, received_tables())),
    }
    for statement in (
        "REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC",
        "REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC",
        "REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {role}",
        "REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM {role}",
        "GRANT CONNECT ON DATABASE {database} TO {role}",
        "GRANT USAGE ON SCHEMA {schema} TO {role}",
        "GRANT SELECT ON {tables} TO {role}",
        "GRANT INSERT ON {received} TO {role}",
        # A role may set things for its own next connections: what somebody set who broke in ends here.
        "ALTER ROLE {role} RESET ALL",
        "ALTER ROLE {role} IN DATABASE {database} RESET ALL",
        # A second lock, for whatever everybody may do beyond tables.
        "ALTER ROLE {role} SET default_transaction_read_only = on",
    ):
        yield SQL(statement).format(**names)


def _run(statement: Composed) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _ask(query: str, values: Any = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())
