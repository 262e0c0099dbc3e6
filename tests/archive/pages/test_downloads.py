"""The incidents of a list can be taken home, as a table and as records."""

from __future__ import annotations

import csv
import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.streams import Export
from tests.archive.published import publish
from tests.builders import count, exactly, record

MARK = "\ufeff"


def table(client: Client, query: str = "") -> list[dict[str, str]]:
    answer = client.get(f"/incidents.csv{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(answer.getvalue().decode().removeprefix(MARK).splitlines()))


def fill(incidents: int) -> None:
    publish(
        *(record(id=f"e{n}", title=f"Event {n}", date=f"2024-01-{n:02}") for n in range(1, incidents + 1))
    )


@pytest.mark.usefixtures("published")
def test_a_table_has_a_line_for_each_incident_that_matches(client: Client) -> None:
    (found,) = table(client, "?place=pishin-district&killed_min=")

    assert found["title"] == "February 2024 Balochistan bombings"
    assert [found["killed_low"], found["killed_best"], found["killed_high"]] == ["28", "", "30"]
    assert (found["killed_open_above"], found["injured_disputed"]) == ("true", "true")


@pytest.mark.usefixtures("published")
def test_records_are_those_of_the_api(client: Client) -> None:
    lines = client.get("/incidents.ndjson?q=mastung+bombing").getvalue().decode().splitlines()
    (found,) = [json.loads(line) for line in lines if "2018 Mastung bombing" in line]

    assert found == client.get("/api/v1/incidents/m4s8td/").json()


@pytest.mark.django_db
def test_all_that_match_are_sent_once_the_newest_first(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Export, "at_once", 3)
    fill(9)

    assert [line["id"] for line in table(client)] == [f"e{n}" for n in range(9, 0, -1)]


@pytest.mark.django_db
def test_a_download_is_a_file_by_its_name(client: Client) -> None:
    answer = client.get("/incidents.csv")

    assert re.fullmatch(
        r'attachment; filename="incidents-\d{4}-\d\d-\d\d\.csv"', answer["Content-Disposition"]
    )
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/incidents.csv", "/incidents.ndjson"])
@pytest.mark.parametrize("query", ["place=nowhere", "killed_min=many", "type=%00", "page=2", "after=x"])
def test_what_is_not_understood_is_not_sent(client: Client, address: str, query: str) -> None:
    answer = client.get(f"{address}?{query}")

    assert answer.status_code == 400
    assert query.split("=")[0] in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/incidents.csv", "/incidents.ndjson"])
def test_who_asks_for_the_head_alone_reads_no_incident(client: Client, address: str) -> None:
    fill(1)

    with CaptureQueriesContext(connection) as queries:
        answer = client.head(address)
        assert answer.getvalue() == b""

    assert (answer.status_code, len(queries)) == (200, 0)


@pytest.mark.django_db
def test_a_title_that_looks_like_a_formula_is_text(client: Client) -> None:
    publish(record(count(1, exactly(1)), title="=1+1"))

    assert table(client)[0]["title"] == "'=1+1"


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("/incidents/", ""),
        ("/incidents/?place=pishin-district", "?place=pishin-district"),
        ("/places/pishin-district/", "?place=pishin-district"),
        ("/actors/islamic-state/", "?actor=islamic-state"),
    ],
)
def test_every_list_of_incidents_leads_to_its_files(client: Client, address: str, query: str) -> None:
    text = client.get(address).content.decode()

    assert f'href="/incidents.csv{query}"' in text
    assert f'href="/incidents.ndjson{query}"' in text
