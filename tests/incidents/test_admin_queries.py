"""The admin's pages take the same number of queries for few rows and for many."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.record import Record
from archive.vocabulary import Property
from incidents.load import load
from tests.builders import attack, count, exactly, record
from tests.incidents import rows
from tests.incidents.desk import at_the_desk, typed_claim

pytestmark = pytest.mark.django_db

LISTS = [
    "/desk/incidents/incident/",
    "/desk/incidents/claim/",
    "/desk/incidents/attack/",
    "/desk/incidents/actor/",
    "/desk/incidents/place/",
    "/desk/sources/source/",
    "/desk/sources/publication/",
]


def event(number: int) -> Record:
    """An incident with sources, actors and places of its own."""
    claims = [
        count(n, exactly(n), f"source-{number}-{n}", attack=1, claimant={"actor": f"actor-{number}-{n}"})
        for n in range(1, 4)
    ]
    return record(*claims, id=f"event-{number}", attacks=[attack(1, place=f"place-{number}")])


def queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


@pytest.mark.parametrize("page", LISTS)
def test_a_list_takes_the_same_queries_for_few_rows_and_for_many(page: str) -> None:
    client = at_the_desk("editor")
    load(event(1))
    client.get(page)
    few = queries(client, page)
    for number in range(2, 8):
        load(event(number))

    assert queries(client, page) == few


def test_a_claims_page_does_not_load_what_could_be_chosen() -> None:
    client = at_the_desk("editor")
    claim = load(event(1)).claims.get(number=1)
    page = f"/desk/incidents/claim/{claim.pk}/change/"
    client.get(page)
    few = queries(client, page)
    for number in range(2, 8):
        load(event(number))

    assert queries(client, page) == few


def test_choosing_a_claim_takes_the_same_queries_for_few_and_for_many() -> None:
    client = at_the_desk("editor")
    asked = "app_label=incidents&model_name=claim&field_name=superseded_by&term=event"
    page = f"/desk/autocomplete/?{asked}"
    load(event(1))
    client.get(page)
    few = queries(client, page)
    load(event(2))

    assert queries(client, page) == few


def test_the_list_of_captures_leaves_their_texts_where_they_are() -> None:
    rows.furnish()
    rows.capture().save()
    with CaptureQueriesContext(connection) as captured:
        assert at_the_desk("editor").get("/desk/sources/capture/").context["cl"].result_count == 1

    assert not any('"sources_capture"."text"' in query["sql"] for query in captured)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_a_claim_is_changed_while_nobody_publishes_its_incident() -> None:
    rows.furnish()
    client = at_the_desk("editor")
    with CaptureQueriesContext(connection) as captured:
        client.post("/desk/incidents/claim/1/change/", typed_claim(Property.MOTIVE, position=1, text="Gain"))

    asked = [query["sql"] for query in captured]
    locked = next(place for place, sql in enumerate(asked) if "FOR UPDATE" in sql)
    assert locked < next(place for place, sql in enumerate(asked) if sql.startswith("UPDATE"))
