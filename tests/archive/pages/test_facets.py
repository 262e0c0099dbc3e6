"""Beside the list stands what it can be narrowed by, with how many incidents each choice finds."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import IncidentPlace
from archive.pages.facets import SHOWN
from archive.record import Record
from archive.vocabulary import Attribution
from tests.archive.pages.markup import Element, Page
from tests.archive.published import publish
from tests.builders import (
    actor,
    at_least,
    attack,
    conflict,
    count,
    exactly,
    place,
    publication,
    record,
    responsible,
    source,
)

PLACES = [
    place("land", name="Land", kind="country"),
    place("north", name="North", parent="land", kind="province"),
    place("south", name="South", parent="land", kind="province"),
    place("town", name="Town", parent="north"),
]
SOURCES = [source("s1", publication="n1"), source("s2", publication="n2")]
PRESS = [publication("n1", name="The Morning"), publication("n2", name="The Evening")]


def event(number: int, at: str, *claims: object, **more: object) -> Record:
    given = {"date": f"2024-0{number}-07", "place": at, "entities": [*PLACES, *SOURCES, *PRESS]}
    return record(*claims, id=f"e{number}", title=f"Event {number}", **given | more)  # type: ignore[arg-type]


@pytest.fixture
def three(db: None) -> None:
    """Two in the north, of which sources disagree on one, and one in the south."""
    publish(
        event(1, "town", count(1, exactly(3), "s1"), count(2, exactly(5), "s2")),
        event(2, "north", count(1, exactly(2), "s1"), attacks=[attack(1, type="bombing", target="police")]),
        event(3, "south", count(1, at_least(2), "s2"), attacks=[attack(1, type="arson", target="police")]),
    )


def page(client: Client, address: str = "/incidents/") -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return Page(answer.content.decode())


def facet(client: Client, name: str, query: str = "") -> dict[str, int]:
    """The values of a facet, each with its number of incidents."""
    section = next(
        each
        for each in page(client, f"/incidents/{query}").all()
        if each.attributes.get("aria-labelledby") == f"facet-{name}"
    )
    return dict(_value(item) for item in section.all() if item.tag == "li")


def _value(item: Element) -> tuple[str, int]:
    label = next(each for each in item.all() if each.tag == "bdi").text
    number = next(each for each in item.all() if each.attributes.get("class") == "options__count")
    return label, int(number.text.split()[0].replace(",", ""))


def links(found: Page) -> dict[str, str]:
    return {each.text: each.attributes["href"] for each in found.all() if each.tag == "a"}


@pytest.mark.usefixtures("three")
def test_each_value_says_how_many_incidents_it_finds(client: Client) -> None:
    assert facet(client, "publication") == {"The Evening": 2, "The Morning": 2}
    assert facet(client, "type") == {"Arson": 1, "Bombing": 1}
    assert facet(client, "disputed") == {"Sources disagree on the killed": 1}
    assert facet(client, "origins") == {"One origin only": 2, "Several independent origins": 1}


@pytest.mark.usefixtures("three")
def test_counts_follow_what_else_is_chosen(client: Client) -> None:
    assert facet(client, "publication", "?place=south") == {"The Evening": 1}
    assert facet(client, "type", "?place=north&q=event") == {"Bombing": 1}
    assert facet(client, "publication", "?killed_min=4") == {"The Evening": 2, "The Morning": 1}


@pytest.mark.usefixtures("three")
def test_a_choice_leaves_the_other_values_of_its_own_facet(client: Client) -> None:
    assert facet(client, "type", "?type=arson") == {"Arson": 1, "Bombing": 1}
    assert facet(client, "disputed", "?disputed=killed&origins=several") == {
        "Sources disagree on the killed": 1
    }


@pytest.mark.usefixtures("three")
def test_places_are_chosen_from_the_largest_to_the_smallest(client: Client) -> None:
    assert facet(client, "place") == {"Land": 3}
    assert facet(client, "place", "?place=land") == {"North": 2, "South": 1}
    assert facet(client, "place", "?place=north") == {"Town": 1}
    assert facet(client, "place", "?place=north&place=south") == {"North": 2, "South": 1}

    way_back = links(page(client, "/incidents/?place=town&type=bombing"))
    assert parse_qs(way_back["North"][1:]) == {"place": ["north"], "type": ["bombing"]}
    assert parse_qs(way_back["Anywhere"][1:]) == {"type": ["bombing"]}


@pytest.mark.usefixtures("three")
def test_a_link_narrows_the_list_and_the_same_one_takes_it_back(client: Client) -> None:
    narrowing = links(page(client, "/incidents/?place=land"))["Bombing"]
    narrowed = page(client, f"/incidents/{narrowing}")

    assert parse_qs(narrowing[1:]) == {"place": ["land"], "type": ["bombing"]}
    assert "1 incident " in narrowed.text
    assert parse_qs(links(narrowed)["Bombing, take back ×"][1:]) == {"place": ["land"]}


@pytest.mark.usefixtures("three")
def test_attacks_are_counted_as_they_are_sought_all_in_one(client: Client) -> None:
    publish(
        event(
            4,
            "town",
            attacks=[attack(1, type="bombing", target="education"), attack(2, type="arson", target="police")],
        )
    )

    assert facet(client, "type", "?target=education") == {"Bombing": 1}


@pytest.mark.django_db
def test_actors_and_the_ways_they_are_held_responsible_go_together(client: Client) -> None:
    group = [actor("group", name="Group"), actor("branch", name="Branch", part_of="group", part_as="branch")]
    held = responsible(1, "branch", Attribution.SELF_CLAIMED), responsible(2, "other", Attribution.DENIED)
    publish(record(*held, entities=[*group, actor("other", name="Other")]))

    assert facet(client, "actor") == {"Branch": 1, "Group": 1, "Other": 1}
    assert facet(client, "actor", "?attribution=denied") == {"Other": 1}
    assert facet(client, "attribution", "?actor=group") == {"Claimed by the group itself": 1}


@pytest.mark.django_db
def test_an_incident_counts_once_however_often_it_has_a_value(client: Client) -> None:
    publish(record(attacks=[attack(1, type="bombing"), attack(2, type="bombing")]))

    assert facet(client, "type") == {"Bombing": 1}


@pytest.mark.django_db
def test_where_there_is_no_value_there_is_no_facet(client: Client) -> None:
    publish(record())

    found = page(client)

    assert [each for each in found.all() if each.attributes.get("class") == "facet"] == []
    assert "1 incident" in found.text


@pytest.mark.usefixtures("three")
def test_everything_chosen_can_be_taken_back(client: Client) -> None:
    query = "?place=north&date_from=2024-01-01&killed_min=0&certain=1&rule=span&disputed=killed"
    found = page(client, f"/incidents/{query}")
    taken = {
        each.text: each.attributes["href"] for each in found.all() if "chosen__one" in str(each.attributes)
    }

    assert list(taken) == [
        "Place: North, take back ×",
        "Disagreement: sources disagree on the killed, take back ×",
        "From: 1 January 2024, take back ×",
        "Killed, at least: 0, take back ×",
        "Figures by: everything stated, take back ×",
        "Within the numbers: the whole figure, take back ×",
    ]
    for name, address in zip(
        ["place", "disputed", "date_from", "killed_min", "rule", "certain"], taken.values(), strict=True
    ):
        assert set(parse_qs(query[1:])) - set(parse_qs(address[1:])) == {name}


def many_actors() -> list[Record]:
    """An actor in every incident, and others of whom each is in one."""
    return [
        record(
            responsible(1, "all"),
            responsible(2, f"a{n}"),
            id=f"e{n}",
            entities=[
                actor("all", name="Everywhere"),
                actor(f"a{n}", name="Brigade Zarghun" if n == 4 else f"Unit {n}"),
            ],
        )
        for n in range(SHOWN + 3)
    ]


@pytest.mark.django_db
def test_a_long_facet_shows_the_most_frequent_and_leads_to_all(client: Client) -> None:
    publish(*many_actors())

    assert len(facet(client, "actor")) == SHOWN
    assert facet(client, "actor")["Everywhere"] == SHOWN + 3

    address = links(page(client))["All values of actor …"]
    assert len([each for each in page(client, address).all() if each.tag == "li"]) == SHOWN + 4


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["zarghun", "Zargoon", "BRIGADE ZARGHUN"])
def test_among_all_values_one_is_found_by_its_name(client: Client, name: str) -> None:
    publish(*many_actors())

    found = page(client, f"/incidents/by/actor/?attribution=attributed&name={name}")

    assert links(found)["Brigade Zarghun"] == "/incidents/?attribution=attributed&actor=a4"
    assert "Everywhere" not in links(found)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["?name=%00", f"?name={'a' * 101}", "?place=nowhere", "?plaice=x"])
def test_values_of_what_is_not_understood_are_refused(client: Client, query: str) -> None:
    assert client.get(f"/incidents/by/actor/{query}").status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["source", "q", "nothing"])
def test_what_is_not_chosen_from_a_list_has_none(client: Client, name: str) -> None:
    assert client.get(f"/incidents/by/{name}/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/incidents/", "/incidents/?place=p0&disputed=killed", "/incidents/by/actor/"]
)
def test_facets_take_as_many_queries_however_many_values_there_are(address: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert Client().get(address).status_code == 200
        return len(caught)

    def fill(numbers: range) -> None:
        for n in numbers:
            told: list[Any] = [
                count(1, exactly(3), "s1"),
                count(2, exactly(4), "s2"),
                responsible(3, f"a{n}"),
            ]
            publish(
                record(
                    *told,
                    id=f"e{n}",
                    place=f"p{n + 1}",
                    date=f"2024-01-{n + 1:02}",
                    entities=[place("p0"), place(f"p{n + 1}", parent="p0"), conflict(f"c{n}")],
                )
            )

    fill(range(1))
    few = queries()
    fill(range(1, SHOWN + 3))

    assert IncidentPlace.objects.values("key").distinct().count() == SHOWN + 4
    assert queries() == few


@pytest.mark.usefixtures("three")
def test_what_was_counted_is_counted_anew_only_when_something_is_published(client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            client.get("/incidents/")
        return len(caught)

    first = queries()
    assert queries() < first
    publish(event(4, "south"))

    assert queries() == first
    assert facet(client, "place", "?place=land") == {"North": 2, "South": 2}
    assert "4 incidents" in page(client).text
