"""How many queries each kind of page takes, however much the archive holds."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from tests.archive.published import publish
from tests.builders import actor, attack, count, exactly, place, publication, record, responsible, source

#: Of each address, the queries that its page takes.
QUERIES = {
    "/": 4,
    "/incidents/": 19,
    "/incidents/?q=event": 27,
    "/incidents/?place=p1&actor=a1&killed_min=1&type=bombing": 25,
    "/incidents/?type=bombing": 20,
    "/incidents/?after=2025-01-01/event-1": 19,
    "/incidents/by/actor/": 2,
    "/incidents/map/": 21,
    "/incidents/map/?place=p1&actor=a1&killed_min=1&type=bombing&bbox=60,20,70,35": 27,
    "/incidents/map/circles/?zoom=5": 2,
    "/incidents/map/here/?place=p1": 4,
    "/incidents/event-1/an-event/": 1,
    "/incidents/event-1/an-event/?known_at=2024-02-07&rule=span": 1,
    "/incidents/event-1/editions/1/": 1,
    "/incidents/event-1/history/": 2,
    "/sources/s1/": 5,
    "/publications/n1/": 4,
    "/actors/a1/": 4,
    "/places/p1/": 4,
    "/places/p0/": 5,
    "/actors/": 3,
    "/actors/?from=a": 3,
    "/places/?order=incidents": 3,
    "/sources/?name=title": 5,
    "/ur/": 7,
    "/ur/incidents/": 23,
    "/ur/incidents/?q=event": 31,
    "/ur/incidents/map/": 25,
    "/ur/incidents/event-1/an-event/": 1,
    "/ur/actors/a1/": 6,
    "/ur/places/p1/": 7,
    "/ur/places/": 4,
    "/about/": 0,
    "/about/method/": 0,
    "/about/codebook/": 0,
    "/about/using/": 0,
    "/about/licence/": 1,
    "/data/": 15,
    "/data/catalog.jsonld": 3,
    "/feeds/new.atom": 2,
    "/feeds/updated.atom": 3,
    "/incidents.atom": 1,
    "/incidents.atom?place=p1&actor=a1": 5,
}


def fill(incidents: int, claims: int) -> None:
    for number in range(incidents):
        counted = [count(2 * n + 1, exactly(n + 1), f"s{n % 9 + 1}") for n in range(claims)]
        held = [responsible(2 * n + 2, f"a{n % 9 + 1}", by="s1") for n in range(claims)]
        publish(
            record(
                *counted,
                *held,
                id=f"event-{number + 1}",
                place="p1",
                date="2024-02-07",
                attacks=[attack(1, place="p1", type="bombing")],
                entities=[
                    place("p0", kind="country"),
                    place("p1", parent="p0", latitude=30.2, longitude=67.0, precision="district"),
                    actor("a1"),
                    publication("n1"),
                    source("s1", "2024-02-07", publication="n1"),
                ],
            )
        )


@pytest.mark.django_db
@pytest.mark.parametrize(("incidents", "claims"), [(1, 1), (5, 12)])
@pytest.mark.parametrize("address", QUERIES)
def test_a_page_takes_as_many_queries_however_much_there_is(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    address: str,
    incidents: int,
    claims: int,
) -> None:
    fill(incidents, claims)

    with django_assert_num_queries(QUERIES[address]):
        assert client.get(address).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/incidents/",
        "/incidents/map/",
        "/incidents/map/here/",
        "/sources/s1/",
        "/publications/n1/",
        "/places/p1/",
        "/actors/a1/",
    ],
)
def test_a_list_of_cards_fetches_no_whole_incidents(client: Client, address: str) -> None:
    fill(1, 1)

    with CaptureQueriesContext(connection) as queries:
        client.get(address)

    assert not [query for query in queries if '"archive_incidententry"."body"' in query["sql"]]
