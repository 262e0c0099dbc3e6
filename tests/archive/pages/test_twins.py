"""A page's twins: the same incident, edition or source in other formats, open and closed as the page is."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rispy
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive import editions
from archive.citing import BIBLIOGRAPHIES, TWINS
from archive.record import Record
from tests.archive.published import publish, retract
from tests.builders import count, exactly, publication, record, source

PARTS = [f"/incidents/event-1.{ending}" for ending in TWINS]
PARTS += [f"/incidents/event-1/sources.{ending}" for ending in BIBLIOGRAPHIES]
EDITIONS = [address.replace("event-1", "event-1/editions/1", 1) for address in PARTS]
SOURCES = [f"/sources/s1.{ending}" for ending in ("json", *BIBLIOGRAPHIES)]

pytestmark = pytest.mark.django_db


def event(**more: Any) -> Record:
    issued = source("s1", "2024-02-07", publication="p1")
    return record(count(1, exactly(3)), entities=[issued, publication("p1", name="The Paper")], **more)


@pytest.mark.parametrize("address", PARTS + EDITIONS + SOURCES)
def test_a_twin_says_what_it_is_and_is_not_sent_again_to_who_has_it(client: Client, address: str) -> None:
    publish(event())
    answer = client.get(address)
    ending = address.partition(".")[2]

    assert answer.status_code == 200
    assert answer["Content-Type"].partition(";")[0] == TWINS[ending].media
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304


@pytest.mark.parametrize("address", PARTS + EDITIONS + SOURCES)
def test_a_twin_takes_few_queries_however_much_there_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    counts = [count(number, exactly(number), f"s{number}") for number in range(2, 30)]
    publish(event(), record(*counts, id="event-2"))

    with django_assert_num_queries(2 if address.endswith("event-1.json") or address in SOURCES[1:] else 1):
        client.get(address)


def test_json_is_the_answer_of_the_api_byte_for_byte(client: Client) -> None:
    publish(event())
    for twin in ("/incidents/event-1", "/incidents/event-1/editions/1", "/sources/s1"):
        own, answer = client.get(f"{twin}.json"), client.get(f"/api/v1{twin}/")
        assert own.content == answer.content
        assert own["ETag"] == answer["ETag"]


def test_what_is_asked_of_the_json_is_asked_of_the_api(client: Client) -> None:
    publish(event())
    answer = client.get("/incidents/event-1.json?rule=lowest")

    assert answer.status_code == 302
    assert answer["Location"] == "/api/v1/incidents/event-1/?rule=lowest"


def test_a_bibliography_is_saved_under_a_name_of_its_own_and_data_can_be_looked_at(client: Client) -> None:
    publish(event())
    saved = client.get("/incidents/event-1/editions/1/sources.csl.json")["Content-Disposition"]
    seen = client.get("/incidents/event-1.geojson")["Content-Disposition"]

    assert saved == 'attachment; filename="event-1-edition-1-sources.csl.json"'
    assert seen == 'inline; filename="event-1-edition-1.geojson"'


def test_an_old_edition_is_cited_as_it_was(client: Client) -> None:
    publish(event(title="First"))
    publish(event(title="Second"))
    titles = [
        rispy.loads(client.get(address).content.decode())[0]["title"]
        for address in ("/incidents/event-1/editions/1.ris", "/incidents/event-1.ris")
    ]

    assert titles == ["First", "Second"]


def test_a_source_is_cited_with_who_issued_it(client: Client) -> None:
    publish(event())
    (entry,) = json.loads(client.get("/sources/s1.csl.json").content)

    assert (entry["title"], entry["container-title"]) == ("Title s1", "The Paper")


def test_a_source_that_nobody_is_known_to_have_issued_is_cited_too(client: Client) -> None:
    publish(record(count(1, exactly(3))))
    (entry,) = json.loads(client.get("/sources/s1.csl.json").content)

    assert "container-title" not in entry


@pytest.mark.parametrize("address", PARTS + EDITIONS)
def test_the_twins_of_a_retracted_incident_are_gone(client: Client, address: str) -> None:
    publish(event())
    retract("event-1", "A hoax.")
    answer = client.get(address)

    assert answer.status_code == 410
    assert "A hoax." in answer.content.decode()


@pytest.mark.parametrize("address", EDITIONS)
def test_the_twins_of_a_redacted_edition_are_gone_while_the_others_stay(client: Client, address: str) -> None:
    first, _ = publish(event(), event(title="Second"))
    editions.redact(first, reason="A name.")

    assert client.get(address).status_code == 410
    assert client.get(address.replace("/1", "/2")).status_code == 200


@pytest.mark.parametrize("address", PARTS)
def test_the_twins_of_a_merged_incident_lead_to_those_of_the_other(client: Client, address: str) -> None:
    publish(event(), record(id="event-2", merged=[{"id": "event-1"}]))
    answer = client.get(f"{address}?asked=so")

    assert answer.status_code == 301
    assert answer["Location"] == address.replace("event-1", "event-2") + "?asked=so"


@pytest.mark.parametrize("address", EDITIONS)
def test_the_editions_of_a_merged_incident_stay(client: Client, address: str) -> None:
    publish(event(), record(id="event-2", merged=[{"id": "event-1"}]))

    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", SOURCES)
def test_the_twins_of_a_merged_source_lead_to_those_of_the_other(client: Client, address: str) -> None:
    publish(record(count(1, exactly(3), "s2"), entities=[source("s2", former_keys=("s1",))]))
    answer = client.get(address)

    assert (answer.status_code, answer["Location"]) == (301, address.replace("s1", "s2"))


@pytest.mark.parametrize(
    "address",
    [
        "/incidents/nowhere.ris",
        "/incidents/nowhere.json",
        "/incidents/event-1.pdf",
        "/incidents/event-1/sources.json",
        "/incidents/event-1/editions/2.bib",
        f"/incidents/event-1/editions/{10**30}.json",
        "/incidents/event-1%00.ris",
        "/sources/nothing.bib",
        "/sources/nothing.json",
        "/sources/s1.geojson",
    ],
)
def test_what_there_is_not_is_not_found(client: Client, address: str) -> None:
    publish(event())

    assert client.get(address).status_code == 404


def test_the_json_of_an_incident_that_is_not_indexed_yet_is_not_found(client: Client) -> None:
    editions.append(event())

    assert client.get("/incidents/event-1.json").status_code == 404


def test_twins_are_read_and_nothing_else(client: Client) -> None:
    publish(event())

    assert client.post("/incidents/event-1.ris").status_code == 405
    assert client.head("/incidents/event-1.ris").status_code == 200


def test_the_bibliography_of_a_page_as_known_on_a_day_cites_that_day(client: Client) -> None:
    publish(event())
    page = client.get("/incidents/event-1/editions/1/?known_at=2024-02-07").content.decode()

    assert 'href="/incidents/event-1/editions/1.ris?known_at=2024-02-07"' in page
    (entry,) = rispy.loads(
        client.get("/incidents/event-1/editions/1.ris?known_at=2024-02-07").content.decode()
    )
    assert entry["urls"][0].endswith("/incidents/event-1/editions/1/?known_at=2024-02-07")


def test_a_bibliography_refuses_a_day_that_is_none(client: Client) -> None:
    publish(event())
    answer = client.get("/incidents/event-1.ris?known_at=yesterday")

    assert answer.status_code == 400
    assert "Write a day" in answer.content.decode()
