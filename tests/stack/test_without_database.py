"""While the database is gone, whoever asks is told to come again, at every address, and sees no error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.test import RequestFactory

from archive.pages.failing import failed
from tests.environment import SECRET_KEY
from tests.stack.process import database_url, run, visit

PAGES = ["/", "/ur/incidents/", "/incidents/k7m2qa/", "/incidents.csv", "/sitemap.xml"]
API = ["/api/v1/incidents/", "/api/v1/incidents/k7m2qa/", "/api/v1/claims.csv"]


def test_every_address_says_when_to_come_again_and_nothing_of_the_failure(tmp_path: Path) -> None:
    nowhere = {"DATABASE_URL": f"sqlite:///{tmp_path}/missing/archive.sqlite3", "SECRET_KEY": SECRET_KEY}

    seen = visit(*PAGES, *API, **nowhere)

    assert {(one.address, one.status, one.headers.get("Retry-After")) for one in seen} == {
        (address, 503, "10") for address in (*PAGES, *API)
    }
    assert not [one for one in seen if "Traceback" in one.body or str(tmp_path) in one.body]
    assert all("Please try again in a while" in one.body for one in seen[: len(PAGES)])
    assert all(json.loads(one.body)["status"] == 503 for one in seen[len(PAGES) :])


@pytest.mark.parametrize(
    ("error", "status"), [(OperationalError, 503), (DatabaseError, 500), (KeyError, 500)]
)
def test_only_what_the_database_may_get_over_is_worth_another_try(
    error: type[Exception], status: int, rf: RequestFactory
) -> None:
    try:
        raise error("secret words")
    except Exception:
        pages = [failed(rf.get(path)) for path in ("/incidents/", "/api/v1/incidents/")]

    assert [page.status_code for page in pages] == [status] * 2
    assert not [page for page in pages if b"secret words" in page.content]
    assert pages[1].headers["Content-Type"] == "application/problem+json"


@pytest.mark.django_db
def test_the_reading_room_waits_so_long_for_a_question_and_no_longer() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("The embedded database has no such bound.")
    code = "from django.db import connection as c; c.cursor().execute('SELECT pg_sleep(20)')"
    own = {"ARCHIVE_ROLE": "public", "STATEMENT_TIMEOUT": "1", "DATABASE_URL": database_url()}

    done = run("-c", f"import django; django.setup(); {code}", **own)

    assert "OperationalError: canceling statement due to statement timeout" in done.stderr
