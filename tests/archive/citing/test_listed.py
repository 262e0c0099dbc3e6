"""Incidents and attacks of a list as schema.org's Events."""

from __future__ import annotations

from typing import Any

import pytest

from archive.citing.listed import attack_event, incident_event

SITE = "https://example.org"
PLACE = {"key": "p1", "name": "Place p1"}
LOCATION = {"place": {"key": "p1", "latitude": 30.5, "longitude": 67.0}, "precision": "exact"}
INCIDENT: dict[str, Any] = {
    "id": "event-1",
    "title": "An event",
    "date": "2024-02-07",
    "place": PLACE,
    "location": LOCATION,
    "page_url": f"{SITE}/incidents/event-1/an-event/",
}
ATTACK: dict[str, Any] = {
    "incident": {"id": "event-1"},
    "number": 2,
    "label": "An attack",
    "date": None,
    "links": {"places": [PLACE]},
    "location": LOCATION,
    "page_url": f"{SITE}/incidents/event-1/an-event/#attack-2",
}


def test_an_incident_has_its_lasting_address_its_day_and_its_place() -> None:
    found = incident_event(INCIDENT, SITE)

    assert (found["@id"], found["name"]) == (f"{SITE}/incidents/event-1/", "An event")
    assert (found["startDate"], found["location"]["name"]) == ("2024-02-07", "Place p1")
    assert found["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 30.5, "longitude": 67.0}


def test_an_attack_belongs_to_its_incident() -> None:
    found = attack_event(ATTACK, SITE)

    assert (found["@id"], found["name"]) == (f"{SITE}/incidents/event-1/#attack-2", "An attack")
    assert found["superEvent"] == {"@id": f"{SITE}/incidents/event-1/"}
    assert "startDate" not in found


@pytest.mark.parametrize(
    "location",
    [None, LOCATION | {"precision": "district"}, LOCATION | {"place": {"key": "around"}}],
    ids=["nowhere", "somewhere in a district", "by the place around it"],
)
def test_a_place_has_a_point_only_where_it_is_one(location: dict[str, Any] | None) -> None:
    assert "geo" not in incident_event(INCIDENT | {"location": location}, SITE)["location"]


def test_what_has_no_place_has_no_location() -> None:
    assert "location" not in incident_event(INCIDENT | {"place": None, "location": None}, SITE)
    assert "location" not in attack_event(ATTACK | {"links": {"places": []}}, SITE)
