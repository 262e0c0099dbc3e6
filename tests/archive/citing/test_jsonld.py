"""An incident as schema.org's Event: what is certain, and nothing that could break a page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from archive.citing import event_data, in_html
from archive.vocabulary import PlaceKind, Precision
from tests.archive.citing.works import LICENCE, work
from tests.builders import attack, place, record


def event(**more: Any) -> Any:
    return event_data(work(record(**more)))


def test_the_event_is_named_and_found_at_its_page_and_the_edition_is_about_it() -> None:
    made = event()

    assert (made["@type"], made["name"]) == ("Event", "An event")
    assert made["@id"] == "https://archive.example.org/incidents/event-1/"
    assert made["subjectOf"]["url"] == "https://archive.example.org/incidents/event-1/editions/3/"
    assert (made["subjectOf"]["version"], made["subjectOf"]["license"]) == ("3", LICENCE)
    assert made["subjectOf"]["publisher"]["name"] == "The Archive"


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2024-02-07", {"startDate": "2024-02-07"}),
        ("2024-02", {"startDate": "2024-02"}),
        ("2024", {"startDate": "2024"}),
        ("2024-02-07/2024-02-09", {"startDate": "2024-02-07", "endDate": "2024-02-09"}),
        ("2024-02-07/..", {}),
        ("[2024-02-07,2024-02-08]", {}),
        ("2018~", {}),
        ("2024-21", {}),
        (None, {}),
    ],
)
def test_a_date_is_given_where_it_is_certain_and_else_left_out(edtf: str | None, said: Any) -> None:
    made = event(date=edtf)

    assert {name: made[name] for name in ("startDate", "endDate") if name in made} == said


def test_a_place_stands_within_those_around_it_and_a_district_is_no_pin() -> None:
    spot: dict[str, Any] = {"latitude": 30.5, "longitude": 67.0}
    site = place("site", kind=PlaceKind.SITE, parent="district", precision=Precision.NEAR, **spot)
    district = place("district", precision=Precision.DISTRICT, **spot)
    location = event(place="site", entities=[site, district])["location"]

    assert location["geo"]["latitude"] == 30.5
    assert location["containedInPlace"]["name"] == "Place district"
    assert "geo" not in location["containedInPlace"]


def test_attacks_are_parts_of_the_event_with_their_own_day_or_that_of_the_incident() -> None:
    made = event(attacks=[attack(1, date="2024-02-08"), attack(2)], date="2024-02")

    assert [part["startDate"] for part in made["subEvent"]] == ["2024-02-08", "2024-02"]
    assert made["subEvent"][0]["@id"].endswith("/incidents/event-1/#attack-1")


def test_without_name_and_licence_nothing_is_said_of_them() -> None:
    made = event_data(work(archive="", licence=""))

    assert not {"author", "publisher", "license"} & set(made["subjectOf"])


def test_no_title_ends_the_element_that_it_stands_in() -> None:
    title = "</script><!--<script>alert('x')&amp;"
    text = in_html(event_data(work(record(title=title))))

    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == title
