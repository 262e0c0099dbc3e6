"""The script of the map asks for circles, and for the incidents of one."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.archive.mapped import sample
from tests.archive.pages.markup import Page
from tests.archive.published import publish


@pytest.fixture
def mapped(db: None) -> None:
    publish(*sample())


def answered(client: Client, query: str = "", status: int = 200) -> Any:
    answer = client.get(f"/incidents/map/circles/{query}")
    assert answer.status_code == status
    return answer.json()


@pytest.mark.usefixtures("mapped")
def test_the_circles_are_geojson(client: Client) -> None:
    found = answered(client, "?zoom=12&view=66.8,29.7,66.9,29.9")

    (feature,) = found["features"]
    assert found["type"] == "FeatureCollection"
    assert feature["geometry"]["type"] == "Point"
    assert feature["geometry"]["coordinates"] == pytest.approx([66.85, 29.8], abs=0.0001)
    assert feature["properties"]["text"] == "1 incident in Mastung: at or near a spot"
    assert feature["properties"]["listed"]


@pytest.mark.usefixtures("mapped")
def test_the_view_does_not_narrow_what_a_circle_leads_to(client: Client) -> None:
    (feature,) = answered(client, "?zoom=12&view=66.8,29.7,66.9,29.9&date_from=2024-01-01")["features"]
    query = feature["properties"]["query"]

    assert query.startswith("?date_from=2024-01-01&bbox=66.8")
    assert "view" not in query
    assert "zoom" not in query


@pytest.mark.usefixtures("mapped")
def test_an_area_tells_how_far_its_ring_reaches(client: Client) -> None:
    reaches = {
        each["properties"]["located"]: each["properties"]["reach"]
        for each in answered(client, "?zoom=12")["features"]
    }

    assert reaches == {"spot": 0, "district": 30}


@pytest.mark.usefixtures("mapped")
@pytest.mark.parametrize(
    "query",
    ["?zoom=13", "?zoom=-1", "?zoom=x", "?zoom=1&zoom=2", "?view=1,2", "?view=%00", "?place=moon", "?zoom=²"],
)
def test_what_the_script_would_not_ask_is_refused_with_a_reason(client: Client, query: str) -> None:
    assert answered(client, query, status=400)["errors"]


@pytest.mark.usefixtures("mapped")
def test_an_opened_circle_names_its_incidents_and_leads_to_them(client: Client) -> None:
    (feature,) = answered(client, "?zoom=12&view=66.9,30,67.1,30.3&located=spot")["features"]
    here = Page(client.get(f"/incidents/map/here/{feature['properties']['query']}").content.decode())

    assert [each.text for each in here.all() if each.tag == "a"] == [
        "Event two",
        "Event one",
        "The list of these 2 incidents",
    ]


@pytest.mark.usefixtures("mapped")
def test_a_circle_that_cannot_be_opened_says_why(client: Client) -> None:
    assert client.get("/incidents/map/here/?bbox=1").status_code == 400
