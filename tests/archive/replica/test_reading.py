"""From where a request of the reading room is answered, whatever becomes of the replica meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.signals import request_finished
from django.db import InterfaceError, OperationalError, ProgrammingError, connections
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch
from psycopg.errors import AdminShutdown, QueryCanceled

from archive.models import Edition
from archive.replica.chosen import PRIMARY, REPLICA, Router, choose, chosen, read_connection
from archive.replica.reading import Reading, failed
from tests.environment import SECRET_KEY
from tests.stack.process import run


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    choose(PRIMARY)


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def test_models_are_read_where_was_chosen_and_written_to_the_primary() -> None:
    router = Router()
    choose(REPLICA)

    assert (router.db_for_read(Edition), router.db_for_write(Edition)) == (REPLICA, PRIMARY)
    assert [router.allow_migrate(alias, "archive") for alias in (PRIMARY, REPLICA)] == [True, False]
    assert router.allow_relation(Edition(), Edition())


@pytest.mark.django_db
def test_what_was_chosen_holds_until_the_answer_is_sent() -> None:
    choose(REPLICA)
    request_finished.send(sender=SimpleNamespace)

    assert chosen() == PRIMARY
    assert read_connection() is connections[PRIMARY]


@pytest.mark.parametrize(
    ("error", "elsewhere"),
    [
        pytest.param(OperationalError("gone"), True, id="gone"),
        pytest.param(InterfaceError("closed"), True, id="closed"),
        pytest.param(caused(OperationalError(), AdminShutdown()), True, id="shut down"),
        pytest.param(caused(OperationalError(), QueryCanceled()), False, id="too slow"),
        pytest.param(ProgrammingError("wrong"), False, id="our fault"),
        pytest.param(KeyError("wrong"), False, id="no database"),
    ],
)
def test_only_a_server_that_failed_is_a_reason_to_ask_another_one(error: Exception, elsewhere: bool) -> None:
    assert failed(error) is elsewhere


def test_who_meets_a_replica_that_fails_is_answered_by_the_primary(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connections.settings, REPLICA, connections.settings[PRIMARY])
    request = rf.get("/incidents/event-1/")
    request.resolver_match = ResolverMatch(said, (), {"key": "event-1"})
    choose(REPLICA)

    answer = Reading(said).process_exception(request, OperationalError("gone"))

    assert isinstance(answer, HttpResponse)
    assert answer.content == b"event-1, from default"


def said(request: HttpRequest, key: str = "") -> HttpResponse:
    return HttpResponse(f"{key}, from {chosen()}")


def test_an_error_on_the_primary_stays_one(rf: RequestFactory) -> None:
    request = rf.get("/incidents/event-1/")
    request.resolver_match = ResolverMatch(said, (), {})

    assert Reading(said).process_exception(request, OperationalError("gone")) is None


NOWHERE = {
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
    "DATABASE_REPLICA_URL": "postgres://nobody@127.0.0.1:1/nothing",
}


def settings_of(**own: str) -> Any:
    told = (
        "print(*(one for one in s.MIDDLEWARE if 'replica' in one or 'keeping' in one), sorted(s.DATABASES))"
    )
    return run("-c", f"from archive import settings as s; {told}", **own)


@pytest.mark.parametrize(
    ("role", "around"),
    [
        ("public", "archive.replica.reading.Reading archive.keeping.Kept"),
        ("desk", "archive.keeping.Kept archive.replica.waiting.Waiting"),
        ("all", "archive.keeping.Kept archive.replica.waiting.Waiting"),
    ],
)
def test_the_reading_room_reads_from_it_and_the_desk_waits_for_it(role: str, around: str) -> None:
    """What is kept holds or not by the server that the pages are read from: it is chosen around that."""
    done = settings_of(ARCHIVE_ROLE=role, SECRET_KEY=SECRET_KEY, **NOWHERE)

    assert done.stdout.strip() == f"{around} ['default', 'replica']", done.stderr


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"DATABASE_REPLICA_URL": "sqlite:////tmp/x"}, "DATABASE_REPLICA_URL is for PostgreSQL"),
        ({"DATABASE_URL": "sqlite:////tmp/x"}, "DATABASE_REPLICA_URL is for PostgreSQL"),
        ({"DATABASE_REPLICA_URL": "mysql://a@b/c"}, "DATABASE_REPLICA_URL cannot be read"),
        ({"REPLICA_LAG": "1"}, "REPLICA_LAG must be 2 or more"),
    ],
    ids=["replica on SQLite", "primary on SQLite", "no address", "no lag"],
)
def test_what_cannot_be_a_replica_is_refused(own: dict[str, str], said: str) -> None:
    done = run("manage.py", "check", ARCHIVE_ROLE="public", **NOWHERE | own)

    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1
