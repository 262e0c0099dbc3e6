"""Every list is given out whole, as a file in every format."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pyarrow import parquet

from archive.api.urls import FILES
from archive.columns import TABLES
from archive.streams import Export, known
from tests.archive.columns.names import NAMES
from tests.archive.events import balochistan, mastung
from tests.archive.published import publish, retract
from tests.builders import attack, count, exactly, happened_at, place, record
from tests.sheets import second_record, seed_record

pytestmark = pytest.mark.django_db
API = "/api/v1"
ENDINGS = ("csv", "ndjson", "parquet")
FILE_LISTS = [name for name in FILES if "<" not in name] + ["figures"]


def table(client: Client, path: str) -> list[dict[str, str]]:
    answer = client.get(f"{API}/{path}")
    assert answer.status_code == 200, answer.content
    return list(csv.DictReader(StringIO(answer.getvalue().decode(), newline="")))


def lines(client: Client, path: str) -> list[Any]:
    return [json.loads(line) for line in client.get(f"{API}/{path}").getvalue().decode().splitlines()]


def rows_of(client: Client, path: str) -> Sequence[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(
        BytesIO(client.get(f"{API}/{path}").getvalue())
    ).to_pylist()
    return found


def fill(incidents: int) -> None:
    publish(
        *(record(id=f"e{n}", title=f"Event {n}", date=f"2024-01-{n:02}") for n in range(1, incidents + 1))
    )


# Every table


@pytest.mark.parametrize("name", FILE_LISTS)
def test_a_table_has_its_columns_with_rows_and_without(client: Client, name: str) -> None:
    heading = client.get(f"{API}/{name}.csv").getvalue().decode()
    publish(balochistan(), mastung())

    assert heading == f"{','.join(NAMES[name].split())}\r\n"
    assert client.get(f"{API}/{name}.csv").getvalue().decode().startswith(heading)


@pytest.mark.parametrize("name", FILE_LISTS)
def test_all_formats_of_a_table_have_the_same_rows(client: Client, name: str) -> None:
    publish(balochistan(), mastung())

    plain = table(client, f"{name}.csv")
    assert len(plain) == len(lines(client, f"{name}.ndjson")) == len(rows_of(client, f"{name}.parquet"))
    assert [row.keys() for row in rows_of(client, f"{name}.parquet")] == [row.keys() for row in plain]


def test_every_table_is_given_out() -> None:
    assert sorted(FILE_LISTS) == sorted(each.name for each in TABLES)


@pytest.mark.parametrize("name", [name for name in FILE_LISTS if name != "figures"])
def test_lines_are_the_answers_of_the_list(client: Client, name: str) -> None:
    publish(balochistan(), mastung())

    listed = client.get(f"{API}/{name}/?page_size=200").json()["results"]

    assert lines(client, f"{name}.ndjson") == listed
    assert client.get(f"{API}/{name}.json?page_size=200").json()["results"] == listed


# What rows say


def test_an_incident_is_where_its_place_is(client: Client) -> None:
    somewhere = (
        place("here", parent="around"),
        place("around", latitude=30.5, longitude=67.0, precision="exact"),
    )
    publish(record(happened_at(1, "here"), place="here", entities=somewhere))

    (found,) = table(client, "incidents.csv")

    assert [found[name] for name in ("place", "place_name")] == ["here", "Place here"]
    assert [found[name] for name in ("latitude", "longitude", "precision", "located_by")] == [
        "30.5",
        "67.0",
        "district",
        "around",
    ]


def test_an_attack_without_a_place_is_where_its_incident_is(client: Client) -> None:
    here = place("here", latitude=30.5, longitude=67.0, precision="exact")
    there = place("there", latitude=1.5, longitude=2.0, precision="exact")
    publish(
        record(
            happened_at(1, "here"),
            happened_at(2, "there", attack=2),
            place="here",
            attacks=[attack(1), attack(2, place="there")],
            entities=(here, there),
        )
    )

    found = {row["number"]: row for row in table(client, "attacks.csv")}

    assert [found["1"][name] for name in ("place", "latitude", "located_by")] == ["", "30.5", "here"]
    assert [found["2"][name] for name in ("place", "latitude", "located_by")] == ["there", "1.5", "there"]


def test_what_nothing_locates_has_no_coordinates(client: Client) -> None:
    publish(record(attacks=[attack(1)]))

    assert table(client, "attacks.csv")[0]["latitude"] == ""
    assert client.get(f"{API}/attacks.geojson").getvalue()
    (feature,) = json.loads(client.get(f"{API}/attacks.geojson").getvalue())["features"]
    assert feature["geometry"] is None


def test_every_citation_of_every_claim_has_a_row(client: Client) -> None:
    publish(balochistan())

    claims = lines(client, "claims.ndjson")
    cited = [(str(claim["number"]), each["source"]) for claim in claims for each in claim["citations"]]

    assert [(row["claim"], row["source"]) for row in table(client, "citations.csv")] == cited


def test_of_a_source_that_is_asked_for_its_own_citations_alone_are_given(client: Client) -> None:
    publish(record(count(1, exactly(3), ["s1", "s2"])))

    assert [row["position"] for row in table(client, "citations.csv?source=s2")] == ["2"]


def test_figures_are_those_of_the_incident_and_then_of_its_attacks(client: Client) -> None:
    publish(balochistan())
    whole = client.get(f"{API}/incidents/event-1/").json()["figures"]

    found = table(client, "figures.csv")

    assert len(found) == len(whole)
    killed = [row for row in found if (row["measure"], row["population"]) == ("killed", "all")]
    assert [(row["attack"], row["low"], row["high"]) for row in killed] == [
        ("", "28", "30"),
        ("1", "16", "16"),
        ("2", "12", "12"),
    ]


def test_figures_are_under_the_rule_that_is_asked_for(client: Client) -> None:
    publish(balochistan())

    (found,) = [
        row
        for row in table(client, "figures.csv?rule=span")
        if (row["attack"], row["measure"], row["population"]) == ("", "killed", "all")
    ]

    assert (found["rule"], found["low"], found["high"]) == ("span", "24", "30")


# Which rows


def test_a_file_is_narrowed_as_its_list_is(client: Client) -> None:
    publish(balochistan(), mastung().model_copy(update={"id": "mastung"}))

    assert {row["incident"] for row in table(client, "claims.csv?incident=mastung")} == {"mastung"}
    assert [row["id"] for row in table(client, "incidents.csv?killed_max=100")] == ["event-1"]


def test_the_figures_of_one_incident_are_under_the_rule_that_is_asked_for(client: Client) -> None:
    publish(balochistan())

    assert {row["rule"] for row in table(client, "incidents/event-1/figures.csv?rule=span")} == {"span"}


@pytest.mark.parametrize("part", ["claims", "citations", "attacks", "figures", "editions"])
def test_the_parts_of_one_incident_are_a_file_of_their_own(client: Client, part: str) -> None:
    publish(balochistan(), mastung().model_copy(update={"id": "mastung"}))

    found = table(client, f"incidents/event-1/{part}.csv")

    assert found
    assert {row["incident"] for row in found} == {"event-1"}


def test_all_that_match_are_sent_once_the_newest_first(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Export, "at_once", 3)
    fill(9)

    assert [row["id"] for row in table(client, "incidents.csv")] == [f"e{n}" for n in range(9, 0, -1)]


@pytest.mark.parametrize("name", ["incidents", "attacks", "citations"])
def test_what_rows_name_may_be_forgotten_on_the_way(
    client: Client, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    publish(seed_record(), second_record())
    before = table(client, f"{name}.csv")
    monkeypatch.setattr(Export, "at_once", 1)
    monkeypatch.setattr(known, "MOST", 0)

    assert table(client, f"{name}.csv") == before


def test_the_attacks_of_one_incident_come_by_number(client: Client) -> None:
    publish(record(attacks=[attack(1, date="2024-02-08"), attack(2, date="2024-02-09"), attack(3)]))

    assert [row["number"] for row in table(client, "incidents/event-1/attacks.csv")] == ["1", "2", "3"]


def test_what_was_retracted_is_in_no_file(client: Client) -> None:
    publish(balochistan())
    retract("event-1")

    for name in FILE_LISTS:
        assert table(client, f"{name}.csv") == []
    assert client.get(f"{API}/incidents/event-1/claims.csv").status_code == 410


# How a file is asked for


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/x-ndjson", "application/x-ndjson"),
        ("application/geo+json", "application/geo+json"),
        ("application/vnd.apache.parquet", "application/vnd.apache.parquet"),
        ("application/json", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"),
        ("text/csv;q=0.5, application/x-ndjson", "application/x-ndjson"),
    ],
)
def test_a_list_answers_in_the_format_that_is_accepted(client: Client, accept: str, kind: str) -> None:
    answer = client.get(f"{API}/incidents/", headers={"accept": accept})

    assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    assert "Accept" in answer["Vary"]


@pytest.mark.parametrize("path", ["incidents/", "sources/", "changes/", "incidents/event-1/"])
def test_what_cannot_be_given_is_refused_with_what_there_is(client: Client, path: str) -> None:
    publish(balochistan())

    answer = client.get(f"{API}/{path}", headers={"accept": "text/html"})

    assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")
    assert "application/json (.json)" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path", ["incidents.xml", "sources.geojson", "incidents/event-1.csv", "figures.json"]
)
def test_an_ending_that_there_is_not_is_missing(client: Client, path: str) -> None:
    publish(balochistan())

    answer = client.get(f"{API}/{path}")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert "There are:" in answer.json()["detail"]


def test_an_address_with_an_ending_is_the_same_for_whatever_is_accepted(client: Client) -> None:
    answer = client.get(f"{API}/incidents.csv", headers={"accept": "application/json"})

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "Accept" not in answer.get("Vary", "")


@pytest.mark.parametrize("name", FILE_LISTS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_who_asks_for_the_head_alone_is_told_the_format_and_nothing_is_read(
    client: Client, name: str, ending: str
) -> None:
    publish(balochistan())

    with CaptureQueriesContext(connection) as queries:
        answer = client.head(f"{API}/{name}.{ending}")

    assert (answer.status_code, answer.getvalue(), len(queries)) == (200, b"", 0)
    assert "Content-Length" not in answer


@pytest.mark.parametrize("query", ["cursor=x", "page_size=3", "place=nowhere", "other=1", "excel=2", "end="])
def test_what_is_not_understood_is_refused(client: Client, query: str) -> None:
    answer = client.get(f"{API}/incidents.csv?{query}")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, [query.split("=")[0]])


@pytest.mark.parametrize("path", ["incidents.ndjson?excel=1", "incidents.parquet?end=1", "incidents/?end=1"])
def test_what_a_format_cannot_do_is_refused(client: Client, path: str) -> None:
    assert client.get(f"{API}/{path}").status_code == 400


# What a file says of itself


def test_a_file_says_how_many_rows_it_has(client: Client) -> None:
    publish(balochistan(), mastung())

    for name in FILE_LISTS:
        answer = client.get(f"{API}/{name}.csv")
        rows = len(list(csv.DictReader(StringIO(answer.getvalue().decode(), newline=""))))
        assert answer.get("Row-Count") == str(rows), name


def test_a_file_is_a_file_by_its_name_and_for_no_search_engine(client: Client) -> None:
    answer = client.get(f"{API}/incidents.csv")

    assert answer["Content-Disposition"].startswith('attachment; filename="incidents-20')
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Link"].endswith('; rel="license"')


def test_a_file_of_one_incident_is_named_by_it(client: Client) -> None:
    publish(balochistan())

    answer = client.get(f"{API}/incidents/event-1/claims.csv")

    assert 'filename="event-1-claims-20' in answer["Content-Disposition"]


def test_without_its_library_parquet_is_refused_with_what_to_do(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    answer = client.get(f"{API}/incidents.parquet")

    assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")
    assert "--extra parquet" in answer.json()["detail"]
    assert client.get(f"{API}/incidents.csv").status_code == 200


@pytest.mark.parametrize(
    ("ending", "last"),
    [
        ("csv", b"\r\n#end,2\r\n"),
        ("ndjson", b'\n{"end":true,"rows":2}\n'),
        ("geojson", b'],"rows":2}\n'),
    ],
)
def test_a_kept_file_can_say_that_it_is_whole(client: Client, ending: str, last: bytes) -> None:
    fill(2)

    assert client.get(f"{API}/incidents.{ending}?end=1").getvalue().endswith(last)
    assert not client.get(f"{API}/incidents.{ending}").getvalue().endswith(last)


def test_a_spreadsheet_gets_what_it_wants(client: Client) -> None:
    publish(record(count(1, exactly(1)), title="=1+1"))

    text = client.get(f"{API}/incidents.csv?excel=1").getvalue().decode()

    assert text.startswith("\ufeffid,")
    assert "'=1+1" in text


@pytest.mark.parametrize("name", ["incidents", "attacks", "places"])
def test_what_lies_somewhere_is_a_map_too(client: Client, name: str) -> None:
    publish(seed_record())

    found = json.loads(client.get(f"{API}/{name}.geojson").getvalue())

    assert found["type"] == "FeatureCollection"
    assert {tuple(each["properties"]) for each in found["features"]} == {tuple(NAMES[name].split())}


# One incident


@pytest.mark.parametrize(
    ("ending", "media"), [("geojson", "application/geo+json"), ("jsonld", "application/ld+json")]
)
def test_an_incident_is_given_as_data_as_its_page_gives_it(client: Client, ending: str, media: str) -> None:
    publish(balochistan())
    twin = client.get(f"/incidents/event-1.{ending}").content

    by_ending = client.get(f"{API}/incidents/event-1.{ending}")
    by_accept = client.get(f"{API}/incidents/event-1/", headers={"accept": media})

    assert by_ending.content == by_accept.content == twin
    assert by_ending["Content-Type"] == by_accept["Content-Type"] == media
    assert "Accept" in by_accept["Vary"]


def test_an_incident_as_json_is_the_same_at_both_addresses(client: Client) -> None:
    publish(balochistan())

    plain = client.get(f"{API}/incidents/event-1/?rule=span").json()

    assert client.get(f"{API}/incidents/event-1.json?rule=span").json() == plain
    assert client.get(f"{API}/incidents/event-1.geojson?rule=span").status_code == 400


@pytest.mark.parametrize(
    "file", ["incidents/event-1/citations.0.5", "figures.a,b", "claims.0.5", "nothing.csv"]
)
def test_a_file_that_there_is_not_is_refused_as_the_api_refuses(client: Client, file: str) -> None:
    publish(record())
    answer = client.get(f"{API}/{file}")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
