"""An incident on a map, no more exactly than it is known."""

from __future__ import annotations

import json
from typing import Any

from archive.citing import twin_text
from archive.record import Record
from archive.vocabulary import PlaceKind, Precision
from tests.archive.citing.works import LICENCE, work
from tests.builders import at_least, attack, count, exactly, place, record


def collection(of: Record, **more: Any) -> Any:
    return json.loads(twin_text("geojson", work(of, **more)))


def bombing(**more: Any) -> Record:
    district = place(
        "district", kind=PlaceKind.DISTRICT, latitude=30.5, longitude=67.0, precision=Precision.DISTRICT
    )
    first = attack(1, place="district", date="2024-02-07", type="bombing")
    counts = (count(1, at_least(16), attack=1), count(2, exactly(12), attack=2))
    return record(*counts, attacks=[first, attack(2)], entities=[district], **more)


def test_each_attack_is_a_feature_at_its_place_with_longitude_first() -> None:
    first, second = collection(bombing())["features"]

    assert (first["id"], first["geometry"]["coordinates"]) == ("attack-1", [67.0, 30.5])
    assert (second["id"], second["geometry"]) == ("attack-2", None)


def test_a_feature_says_how_exactly_its_point_is_meant() -> None:
    first, second = collection(bombing())["features"]

    assert first["properties"]["precision"] == "district"
    assert first["properties"]["precision_in_words"] == "somewhere in the district"
    assert second["properties"]["precision_in_words"] == "not located"


def test_a_feature_holds_the_figures_of_its_attack_apart_from_those_of_the_incident() -> None:
    made = collection(bombing())
    found = [one["properties"] for one in made["features"]]
    whole = [figure for one in (*found, made["incident"]) for figure in one.get("incident_figures", [])]

    assert [figure["in_words"] for one in found for figure in one["figures"]] == ["16+", "12"]
    assert [figure["in_words"] for figure in whole] == ["28+", "28+"]
    assert [figure["in_words"] for figure in made["incident"]["figures"]] == ["28+"]
    assert found[0]["figures"][0]["open_above"]


def test_an_attack_without_a_place_or_day_of_its_own_has_those_of_the_incident() -> None:
    _, second = collection(bombing(place="district", date="2024-02"))["features"]

    assert second["geometry"]["coordinates"] == [67.0, 30.5]
    assert second["properties"]["date"] == "2024-02"


def test_an_incident_without_attacks_is_a_feature_itself() -> None:
    (feature,) = collection(record(count(1, exactly(3)), place="p1"))["features"]

    assert (feature["id"], feature["geometry"]) == ("event-1", None)
    assert feature["properties"]["place_name"] == "Place p1"
    assert feature["properties"]["figures"][0]["best"] == 3


def test_an_incident_without_a_place_is_a_feature_without_one() -> None:
    (feature,) = collection(record(count(1, exactly(3))))["features"]

    assert feature["properties"]["place"] is None


def test_the_collection_says_which_edition_it_is_and_under_which_licence() -> None:
    made = collection(bombing())

    assert (made["incident"]["edition"], made["licence"]) == (3, LICENCE)
    assert made["cite_as"] == "https://archive.example.org/incidents/event-1/editions/3/"
    assert collection(bombing(), licence="")["licence"] is None
