"""Answers told in part, and parts of them told whole."""

from __future__ import annotations

import hashlib

import orjson
import pytest
from django.test import Client

from tests.archive.events import balochistan
from tests.archive.published import publish
from tests.builders import attack, count, exactly, place, record, source

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("incidents/event-1/", ["title", "figures"]),
        ("incidents/event-1/?rule=span", ["rule"]),
        ("incidents/event-1/claims/1/", ["number", "stated", "value"]),
        ("incidents/event-1/attacks/1/", ["label"]),
        ("incidents/event-1/claims/1/citations/1/", ["source"]),
        ("incidents/event-1/editions/1/", ["seal"]),
        ("sources/s1/", ["key", "title"]),
    ],
)
def test_an_answer_is_cut_to_the_fields_that_are_asked_for(
    client: Client, path: str, fields: list[str]
) -> None:
    publish(balochistan())
    whole = client.get(f"{API}/{path}")

    part = client.get(f"{API}/{path}{'&' if '?' in path else '?'}fields={','.join(fields)}")

    assert part.json() == {name: whole.json()[name] for name in fields}
    assert part["ETag"] not in ("", whole["ETag"])


@pytest.mark.parametrize("resource", ["incidents", "attacks", "claims", "sources", "editions", "changes"])
def test_every_answer_of_a_list_is_cut(client: Client, resource: str) -> None:
    publish(balochistan())
    whole = client.get(f"{API}/{resource}/").json()["results"]
    name = next(iter(whole[0]))

    part = client.get(f"{API}/{resource}/?fields={name}").json()["results"]

    assert part == [{name: one[name]} for one in whole]


def test_the_record_of_an_edition_keeps_its_bytes_when_it_is_cut_out(client: Client) -> None:
    publish(balochistan())

    content = client.get(f"{API}/incidents/event-1/editions/1/?fields=record,sha256").content

    text = content[content.index(b'"record":') + len(b'"record":') : -1]
    assert hashlib.sha256(text).hexdigest() == orjson.loads(content)["sha256"]


@pytest.mark.parametrize(
    "path", ["incidents/", "incidents/event-1/", "incidents/event-1/claims/", "sources/s1/"]
)
def test_a_field_that_there_is_not_is_refused_with_those_that_there_are(client: Client, path: str) -> None:
    publish(balochistan())

    answer = client.get(f"{API}/{path}?fields=api_url,colour")

    assert answer.status_code == 400
    assert "“colour” is not one of:" in answer.json()["errors"]["fields"][0]
    assert "api_url" in answer.json()["errors"]["fields"][0]


def test_parts_of_incidents_are_given_whole_when_asked(client: Client) -> None:
    publish(balochistan(), record(id="other"))
    whole = client.get(f"{API}/incidents/event-1/").json()

    page = client.get(f"{API}/incidents/?expand=claims,attacks,sources&date_from=0001-01-01").json()
    listed = {
        one["id"]: one for one in client.get(f"{API}/incidents/?expand=claims,attacks").json()["results"]
    }

    assert page["results"] == []
    assert listed["event-1"]["claims"] == whole["claims"]
    assert listed["event-1"]["attacks"] == whole["attacks"]
    assert listed["other"]["claims"] == []


@pytest.mark.parametrize(
    ("resource", "field", "at"),
    [
        ("attacks", "place", "places/town"),
        ("sources", "publication", "publications/daily"),
        ("places", "parent", "places/land"),
    ],
)
def test_what_a_key_names_is_given_whole_when_asked(
    client: Client, resource: str, field: str, at: str
) -> None:
    entities = [place("town", parent="land"), source("s1", publication="daily")]
    publish(record(count(1, exactly(1)), attacks=[attack(1, place="town")], entities=entities))

    listed = client.get(f"{API}/{resource}/?expand={field}").json()["results"]

    assert client.get(f"{API}/{at}/").json() in [one[field] for one in listed]


def test_fields_and_parts_that_are_given_whole_go_together(client: Client) -> None:
    publish(record(count(1, exactly(1))))

    (one,) = client.get(f"{API}/incidents/?expand=claims&fields=id,claims").json()["results"]

    assert (one["id"], len(one["claims"]), len(one)) == ("event-1", 1, 2)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("expand=everything", "expand"),
        ("expand=claims&page_size=51", "page_size"),
        ("fields=claims", "fields"),
        ("fields=rule", "fields"),
    ],
)
def test_what_cannot_be_given_is_refused(client: Client, query: str, parameter: str) -> None:
    answer = client.get(f"{API}/incidents/?{query}")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, [parameter])


def test_a_list_of_which_nothing_can_be_given_whole_knows_no_such_parameter(client: Client) -> None:
    answer = client.get(f"{API}/conflicts/?expand=name")

    assert "There is no such parameter" in answer.json()["errors"]["expand"][0]
