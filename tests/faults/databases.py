"""A database of a trial's own, beside the one that DATABASE_URL names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg


@contextmanager
def own_database() -> Iterator[None]:
    """On PostgreSQL a new database, which DATABASE_URL names meanwhile; else `served` makes a file."""
    asked = os.environ.get("DATABASE_URL", "")
    if not asked.startswith("postgres"):
        os.environ.pop("DATABASE_URL", None)
        yield
        return
    name = f"archive_trial_{os.getpid()}"
    os.environ["DATABASE_URL"] = urlsplit(asked)._replace(path=f"/{name}").geturl()
    _run(asked, f'CREATE DATABASE "{name}"')
    try:
        yield
    finally:
        os.environ["DATABASE_URL"] = asked
        _run(asked, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _run(address: str, *statements: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
