"""What may be there already is announced before it is saved."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from incidents.load import load
from incidents.models import Incident, Place
from sources.likeness import likeness
from sources.models import Publication, Source
from tests.builders import actor, happened_at, place, publication, record, responsible, source
from tests.incidents.desk import EMPTY_ATTACKS, at_the_desk

pytestmark = pytest.mark.django_db

ADD = "/desk/incidents/incident/add/"


def no_rows(*names: str) -> dict[str, int]:
    return {f"{name}-{count}_FORMS": 0 for name in names for count in ("TOTAL", "INITIAL")}


def event(number: int = 1, date: str = "2024-02-07") -> Incident:
    inner = place("village", parent="district")
    spot = happened_at(1, "village")
    return load(
        record(spot, id=f"event-{number}", title="Bombing", date=date, place="village", entities=[inner])
    )


def typed(**more: Any) -> dict[str, Any]:
    district = Place.objects.get(key="district").pk
    given = {"key": "new-one", "title": "A bombing", "date": "2024-02-08", "place": district}
    return EMPTY_ATTACKS | given | more


def posted(address: str, data: dict[str, Any]) -> str:
    response = at_the_desk("contributor").post(address, data)
    return str(response.content.decode()) if response.status_code == 200 else ""


def test_an_incident_near_another_is_announced_with_a_link_and_keeps_what_was_typed() -> None:
    there = event()
    text = posted(ADD, typed())

    assert "There is an incident near this one in time and place" in text
    assert (
        f'<a href="/desk/incidents/incident/{there.pk}/change/" target="_blank" rel="noopener">Bombing'
        in text
    )
    assert 'value="A bombing"' in text
    assert Incident.objects.count() == 1


def test_another_event_is_saved_when_its_box_is_ticked() -> None:
    event()

    assert posted(ADD, typed(is_another="1")) == ""
    assert Incident.objects.count() == 2


def test_the_box_stays_ticked_while_something_else_is_wrong() -> None:
    event()
    text = posted(ADD, typed(is_another="1", title=""))

    assert 'name="is_another" value="1" checked>' in text


@pytest.mark.parametrize("more", [{"date": "2024-02-10"}, {"date": "2024"}, {"date": ""}, {"place": ""}])
def test_an_incident_of_another_time_or_of_no_place_is_saved_at_once(more: dict[str, str]) -> None:
    event()

    assert posted(ADD, typed(**more)) == ""


def test_of_many_incidents_some_are_named_and_the_rest_counted() -> None:
    for number in range(12):
        event(number)

    assert "and 2 more" in posted(ADD, typed())


def test_announcing_takes_the_same_queries_for_few_incidents_and_for_many() -> None:
    client = at_the_desk("contributor")
    counted = []
    for numbers in (range(1), range(1, 9)):
        for number in numbers:
            event(number)
        # What tests before this one remembered of the tables is no part of it.
        ContentType.objects.clear_cache()
        with CaptureQueriesContext(connection) as captured:
            client.post(ADD, typed())
        counted.append(len(captured))

    assert counted[0] == counted[1]


AN_ARTICLE = {"kind": "article"} | no_rows("authors", "relations")


def library() -> None:
    paper = publication("dawn", name="Dawn")
    text = source("s1", title="Blasts kill dozens", url="https://example.org/a", publication="dawn")
    group = actor("group", name="Jaish al-Adl", aliases=[{"text": "Army of Justice"}])
    town = place("quetta", name="Quetta", names=[{"text": "Kōt"}])
    load(record(responsible(1, "group"), happened_at(2, "quetta"), entities=[paper, text, group, town]))


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("incidents/actor", {"name": "jaish al adl", "kind": "armed_group"} | no_rows("aliases")),
        ("incidents/actor", {"name": "ARMY OF JUSTICE", "kind": "armed_group"} | no_rows("aliases")),
        ("incidents/place", {"name": "Kot", "kind": "settlement"} | no_rows("names")),
        ("sources/publication", {"name": "DAWN", "kind": "newspaper"}),
        (
            "sources/source",
            {"title": "Blasts kill dozens!", "kind": "article"} | no_rows("authors", "relations"),
        ),
        (
            "sources/source",
            {"title": "Other", "url": "http://www.example.org/a/", "kind": "article"}
            | no_rows("authors", "relations"),
        ),
    ],
)
def test_a_name_or_address_that_is_known_is_announced(address: str, data: dict[str, Any]) -> None:
    library()
    data |= {"key": "another"}

    client = at_the_desk("contributor")
    refused = client.post(f"/desk/{address}/add/", data)

    assert "already, or one like it" in refused.content.decode()
    assert client.post(f"/desk/{address}/add/", data | {"is_another": "1"}).status_code == 302


def test_changing_what_is_there_announces_nothing() -> None:
    library()
    row = Publication.objects.get(key="dawn")
    data = {"name": "Dawn", "kind": "newspaper"}

    assert posted(f"/desk/sources/publication/{row.pk}/change/", data) == ""


def test_likenesses_follow_what_is_loaded_anew() -> None:
    library()
    load(record(responsible(1, "group"), entities=[source("s1", title="Another title")], id="event-2"))

    assert Source.objects.get(key="s1").likeness == likeness("another TITLE")
