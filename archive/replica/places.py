"""How far each server is in the log of what is written.

https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-RECOVERY-CONTROL
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from archive.replica.chosen import PRIMARY, REPLICA

QUESTIONS = {
    PRIMARY: "SELECT CASE WHEN NOT pg_is_in_recovery() THEN pg_current_wal_flush_lsn() - '0/0' END",
    REPLICA: "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() - '0/0' END",
}
#: A server that watches over none of its readers is asked this long, and then holds to be silent.
SHORT = {
    "connect_timeout": 2,
    "tcp_user_timeout": 2_000,
    "keepalives_idle": 2,
    "options": "-c statement_timeout=2s",
}


Servers = tuple[BaseDatabaseWrapper, BaseDatabaseWrapper]


@contextmanager
def both() -> Iterator[Servers]:
    """Primary and replica, for the thread that asks for them: nobody else may use its connections."""
    servers = (_asked_briefly(PRIMARY), _asked_briefly(REPLICA))
    try:
        yield servers
    finally:
        for server in servers:
            server.close()


def _asked_briefly(alias: str) -> BaseDatabaseWrapper:
    """A connection of its own, on which no answer is waited for very long."""
    connection = connections.create_connection(alias)
    known = connection.settings_dict
    connection.settings_dict = known | {"OPTIONS": known["OPTIONS"] | SHORT}
    return connection


def place(connection: BaseDatabaseWrapper) -> int | None:
    """None where it does not answer, or is no longer what it was."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(QUESTIONS[connection.alias])
            (found,) = cursor.fetchone()
    except DatabaseError:
        connection.close()
        return None
    return None if found is None else int(found)
