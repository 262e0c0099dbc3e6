"""The two addresses at which every process says how it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from tests.environment import SECRET_KEY
from tests.stack.process import Visit, run, visit

ROLES = ["public", "desk"]


def health(role: str, *arguments: str, **more: str) -> Visit:
    (only,) = visit(*arguments, "/readyz", ARCHIVE_ROLE=role, SECRET_KEY=SECRET_KEY, **more)
    return only


def said(role: str, *arguments: str, **more: str) -> tuple[int, str]:
    seen = health(role, *arguments, **more)
    return seen.status, seen.body


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.django_db
def test_a_process_that_can_do_its_work_says_so(role: str) -> None:
    assert said(role) == (200, "All is well.\n")


@pytest.mark.django_db
def test_a_probe_needs_neither_a_permitted_host_name_nor_https() -> None:
    strict = {"ALLOWED_HOSTS": "archive.example.org", "SECURE_SSL_REDIRECT": "1"}
    assert health("public", "--host", "10.0.0.7:8000", **strict).status == 200


@pytest.mark.parametrize("role", ROLES)
def test_a_process_lives_without_its_database_and_can_do_nothing(role: str, tmp_path: Path) -> None:
    nowhere = f"sqlite:///{tmp_path}/missing/archive.sqlite3"
    live, ready = visit("/healthz", "/readyz", ARCHIVE_ROLE=role, SECRET_KEY=SECRET_KEY, DATABASE_URL=nowhere)

    assert (live.status, live.body) == (200, "This process lives.\n")
    assert (ready.status, ready.body) == (503, "The database does not answer.\n")


@pytest.mark.parametrize("role", ROLES)
def test_a_database_without_tables_is_named(role: str, tmp_path: Path) -> None:
    seen = health(role, DATABASE_URL=f"sqlite:///{tmp_path}/archive.sqlite3")
    assert seen.status == 503
    assert seen.body.startswith("The tables cannot be read")


def test_a_migration_that_was_not_applied_is_noticed_where_the_desk_is_served(tmp_path: Path) -> None:
    database = {"DATABASE_URL": f"sqlite:///{tmp_path}/archive.sqlite3"}
    run("manage.py", "migrate", "archive", SECRET_KEY=SECRET_KEY, **database)

    assert health("desk", **database).body == "Migrations are missing: run “manage.py migrate”.\n"
    assert health("public", **database).status == 200


@pytest.mark.django_db
def test_a_search_index_that_is_missing_is_named(client: Client) -> None:
    of_sqlite, of_postgresql = (
        "TRIGGER archive_searchentry_terms_added",
        "INDEX archive_searchentry_terms_names",
    )
    with connection.cursor() as cursor:
        cursor.execute(f"DROP {of_sqlite if connection.vendor == 'sqlite' else of_postgresql}")

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.content.decode().startswith("The search index is missing")
