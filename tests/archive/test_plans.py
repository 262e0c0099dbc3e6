"""PostgreSQL answers the main questions by indexes: as it would plan them if the archive were large.

Some incidents are published and analysed; then PostgreSQL is told that each table holds thousands of times as
many rows, on as many pages: https://www.postgresql.org/docs/current/row-estimation-examples.html. To read one
from end to end costs less so than it would in earnest, and is found out sooner.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import orjson
import pytest
from django.apps import apps
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.figures import for_readers
from archive.models import IncidentEntry
from tests.benchmarks.data import FORTY, record_of, records
from tests.benchmarks.data.publishing import publish

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="explains PostgreSQL's plans"),
]

INCIDENTS = 40
#: A place of few incidents.
SELDOM = record_of(3).place
#: Of every row that is there the planner believes so many to be there.
TIMES = 5_000
#: Tables of fewer rows than this, as the planner believes, may be read whole.
LARGE = 50_000
DAYS = "date_from=2005-01-01&date_to=2006-12-31"

#: What finds some of very many; whoever counts all of them must read all of them, and is not asked here.
ASKED = [
    f"/api/v1/incidents/{FORTY}/",
    f"/api/v1/incidents/{FORTY}/claims/",
    f"/api/v1/incidents/{FORTY}/claims/7/",
    f"/api/v1/incidents/{FORTY}/editions/",
    "/api/v1/incidents/",
    "/api/v1/incidents/?ordering=-updated_at",
    "/api/v1/incidents/?ordering=-killed",
    f"/api/v1/incidents/?{DAYS}",
    f"/api/v1/incidents/?place=country-1&{DAYS}",
    f"/api/v1/incidents/?place={SELDOM}",
    "/api/v1/incidents/?actor=group-1&attribution=attributed&killed_min=2",
    "/api/v1/incidents/?source=s-3-1",
    "/api/v1/incidents/?expand=claims,sources,attacks",
    "/api/v1/claims/",
    "/api/v1/claims/?source=s-3-1",
    "/api/v1/citations/?source=s-3-1",
    "/api/v1/attacks/",
    "/api/v1/sources/",
    "/api/v1/sources/s-3-1/",
    f"/api/v1/places/{SELDOM}/",
    "/api/v1/editions/",
    "/api/v1/changes/",
    "/incidents/?q=weighbridge",
    f"/incidents/?place={SELDOM}",
    f"/incidents/by/actor/?place={SELDOM}",
    f"/incidents/map/here/?place={SELDOM}",
    "/sources/s-3-1/",
    "/actors/group-1/",
    f"/places/{SELDOM}/",
    "/publications/paper-1/",
    "/feeds/new.atom",
    "/feeds/updated.atom",
    f"/incidents/{FORTY}/history/",
]


def test_no_main_question_reads_a_large_table_from_end_to_end(client: Client) -> None:
    publish_some(INCIDENTS)

    read_whole = {address: sorted(set(scanned(client, address))) for address in [*ASKED, *far_down()]}

    assert {address: tables for address, tables in read_whole.items() if tables} == {}


def test_a_question_whose_index_is_missing_is_found_out(client: Client) -> None:
    publish_some(20)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE archive_edition DROP CONSTRAINT edition_number_once")

    assert list(scanned(client, f"/incidents/{FORTY}/history/"))


def publish_some(number: int) -> None:
    """The large incident and some others, each at a moment of its own."""
    begin_with_no_pages()
    publish([for_readers(record) for record in (record_of(1), *records(number, after=2))])
    for days, entry in enumerate(IncidentEntry.objects.in_brief()):
        earlier = entry.updated_at - timedelta(days)
        IncidentEntry.objects.filter(pk=entry.pk).update(updated_at=earlier, first_published_at=earlier)
    believe_in_many_rows()


def begin_with_no_pages() -> None:
    """Pages that rows of earlier tests left empty would count, and make every way to a row look long."""
    tables = ", ".join(model._meta.db_table for model in apps.get_app_config("archive").get_models())
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} CASCADE")


def believe_in_many_rows() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute(
            "UPDATE pg_class SET reltuples = reltuples * %s "
            "WHERE relnamespace = current_schema()::regnamespace AND reltuples > 0",
            [TIMES],
        )


def far_down() -> Iterator[str]:
    """Later pages of lists, and the page of an incident."""
    entry = IncidentEntry.objects.get(pk=FORTY)
    yield f"/incidents/{FORTY}/{entry.slug}/"
    yield f"/incidents/?after={entry.position}&place={SELDOM}"
    for path in ("/api/v1/incidents/", "/api/v1/claims/", "/api/v1/sources/"):
        yield Client().get(f"{path}?page_size=9").json()["next"].removeprefix("http://127.0.0.1:8000")


def scanned(client: Client, address: str) -> Iterator[str]:
    """The large tables that the answer reads from end to end."""
    caches["kept"].clear()
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200, address
    for query in caught:
        if query["sql"].startswith("SELECT"):
            yield from _scanned(_plan(query["sql"]))


def _plan(statement: str) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (FORMAT JSON) " + statement.replace("%", "%%"), [])
        (found,) = cursor.fetchone()
    plan: dict[str, Any] = (orjson.loads(found) if isinstance(found, str) else found)[0]["Plan"]
    return plan


def _scanned(node: dict[str, Any]) -> Iterator[str]:
    if node["Node Type"] == "Seq Scan" and _rows(node["Relation Name"]) >= LARGE:
        yield f"{node['Relation Name']}: {node.get('Filter', 'all of it')}"
    for child in node.get("Plans", []):
        yield from _scanned(child)


def _rows(table: str) -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        return float(cursor.fetchone()[0])
