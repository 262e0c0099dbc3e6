"""The database of each earlier version comes up to date, with everything that was in it."""

from __future__ import annotations

import lzma
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection

from tests.environment import SECRET_KEY
from tests.stack.process import database_url, run

HERE = Path(__file__).parent
VERSIONS = sorted(path.name.removesuffix(".sqlite3.xz") for path in HERE.glob("*.sqlite3.xz"))
CONTENT = "SELECT count(*), count(DISTINCT incident), count(nullif(text, '')) FROM archive_edition"
PASSWORD = "SELECT password FROM auth_user WHERE username = 'anna'"


@contextmanager
def sqlite_of(version: str, folder: Path) -> Iterator[tuple[str, Any]]:
    """The address of the version's database, and a connection to it."""
    path = folder / "archive.sqlite3"
    path.write_bytes(lzma.decompress((HERE / f"{version}.sqlite3.xz").read_bytes()))
    with closing(sqlite3.connect(path)) as asking:
        yield f"sqlite:///{path}", asking


@contextmanager
def postgresql_of(version: str, folder: Path) -> Iterator[tuple[str, Any]]:
    name, known = f"test_upgrade_{os.getpid()}", connection.get_connection_params()
    reached = {key: known[key] for key in ("user", "password", "host", "port") if known.get(key)}
    with psycopg.connect(**reached, dbname="postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            with psycopg.connect(**reached, dbname=name, autocommit=True) as asking:
                asking.execute(lzma.decompress((HERE / f"{version}.sql.xz").read_bytes()))
                asking.execute("SET search_path = public")
                yield database_url().replace(f"/{connection.settings_dict['NAME']}?", f"/{name}?"), asking
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.parametrize("version", VERSIONS)
def test_what_an_earlier_version_kept_is_whole_after_the_upgrade(version: str, tmp_path: Path) -> None:
    kept = sqlite_of if connection.vendor == "sqlite" else postgresql_of
    with kept(version, tmp_path) as (address, asking):
        before = asking.execute(CONTENT).fetchone()
        asking.commit()

        done = run("-m", "tests.upgrades.upgraded", DATABASE_URL=address, SECRET_KEY=SECRET_KEY)

        assert done.returncode == 0, done.stdout + done.stderr
        assert asking.execute(CONTENT).fetchone() == before == (5, 3, 3)
        (stored,) = asking.execute(PASSWORD).fetchone()
        assert check_password("a password of the earlier version", stored)
