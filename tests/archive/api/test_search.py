"""The API searches by the same words as the pages, and refuses as strictly."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.record.entities import Alias
from tests.archive.published import publish
from tests.builders import actor, happened_at, place, record, responsible, source, statement

pytestmark = pytest.mark.django_db
LIST = "/api/v1/incidents/"


def test_incidents_are_found_by_words_the_newest_first(client: Client) -> None:
    publish(
        record(id="a", title="Quetta", date="2023"),
        record(statement(1, "Near Quetta."), id="b", date="2024"),
        record(id="c", title="Mastung"),
    )

    found = client.get(LIST, {"q": "quetta", "date_from": "2023-01-01"}).json()["results"]

    assert [incident["id"] for incident in found] == ["b", "a"]


def test_pages_of_a_search_show_each_incident_once(client: Client) -> None:
    publish(*(record(id=f"e{number}", title="Quetta") for number in range(3)))

    first = client.get(LIST, {"q": "quetta", "page_size": "2"}).json()
    second = client.get(first["next"].removeprefix("http://127.0.0.1:8000")).json()

    ids = [incident["id"] for part in (first, second) for incident in part["results"]]
    assert ids == ["e2", "e1", "e0"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("“open", "Close the phrase"),
        ("-quetta", "cannot leave out words only"),
        ("", "Give a value"),
        (" ", "no letter and no digit"),
        ("x\0", "NUL character"),
        ("9" * 501, "at most 500 characters"),
        ("' OR 1=1 --", None),
        ("title:x* NEAR(a b)", None),
        ("\\ & | ! <-> :*", "no letter and no digit"),
        ("\ud7ff \uffff \U0001f54a a", None),
    ],
)
def test_what_cannot_be_looked_for_is_refused_with_the_reason(
    client: Client, typed: str, told: str | None
) -> None:
    answer = client.get(LIST, {"q": typed})

    assert answer.status_code == (400 if told else 200)
    assert (told or "") in str(answer.json().get("errors", {}).get("q", ""))


@pytest.mark.parametrize(
    ("resource", "typed", "keys"),
    [
        ("places", "qila", ["killa"]),
        ("places", "killa -qila", []),
        ("actors", "army", ["group"]),
        ("actors", "places", []),
        ("sources", "“title s1”", ["s1"]),
        ("publications", "publication", ["paper"]),
        ("conflicts", "war", []),
    ],
)
def test_entities_are_found_by_name_within_their_kind(
    client: Client, resource: str, typed: str, keys: list[str]
) -> None:
    publish(
        record(
            happened_at(1, "killa"),
            responsible(2, "group"),
            entities=[
                place("killa", name="Killa", names=[Alias(text="Qila")]),
                actor("group", name="The Army"),
                source("s1", publication="paper"),
            ],
        )
    )

    found = client.get(f"/api/v1/{resource}/", {"q": typed}).json()["results"]

    assert [entity["key"] for entity in found] == keys


def test_a_search_among_entities_is_refused_as_strictly(client: Client) -> None:
    answer = client.get("/api/v1/places/", {"q": "-killa"})

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["q"])
