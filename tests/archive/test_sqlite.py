"""SQLite under several connections: readers go on beside a writer, and writers wait for one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import OperationalError, connections
from django.db.transaction import atomic
from pytest_django import DjangoDbBlocker

from archive.settings import SQLITE, SQLITE_RULES

WRITERS, ROUNDS = 4, 10


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database file of this test, under the archive's own rules; every thread has a connection to it."""
    rules = {"ENGINE": SQLITE, "NAME": tmp_path / "scratch.sqlite3"} | SQLITE_RULES
    connections.settings["scratch"] = connections.configure_settings({"default": rules})["default"]
    with django_db_blocker.unblock():
        _run("CREATE TABLE counter (n integer)")
        _run("INSERT INTO counter VALUES (0)")
        yield
        connections["scratch"].close()
    del connections["scratch"], connections.settings["scratch"]


def _run(sql: str) -> int:
    with connections["scratch"].cursor() as cursor:
        cursor.execute(sql)
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _count() -> int:
    return _run("SELECT n FROM counter")


def _elsewhere(work: Callable[[], int], times: int = 1) -> list[int]:
    """The answers of `work`, done `times` times at once, each on a connection of its own."""

    def connected(_: int) -> int:
        try:
            return work()
        finally:
            connections["scratch"].close()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(connected, range(times)))


def test_a_second_connection_reads_while_a_first_one_writes() -> None:
    with atomic(using="scratch"):
        _run("UPDATE counter SET n = 1")
        assert _elsewhere(_count) == [0]
    assert _elsewhere(_count) == [1]


def test_a_transaction_takes_the_right_to_write_when_it_begins() -> None:
    def write_without_waiting() -> int:
        _run("PRAGMA busy_timeout = 0")
        return _run("UPDATE counter SET n = 2")

    with atomic(using="scratch"), pytest.raises(OperationalError, match="locked"):
        _elsewhere(write_without_waiting)


def test_several_writers_queue_and_none_is_turned_away() -> None:
    def count_up() -> int:
        for _ in range(ROUNDS):
            with atomic(using="scratch"):
                _run(f"UPDATE counter SET n = {_count() + 1}")
        return ROUNDS

    _elsewhere(count_up, WRITERS)
    assert _count() == WRITERS * ROUNDS
