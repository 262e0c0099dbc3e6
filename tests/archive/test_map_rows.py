"""The catalogue knows where each incident stands on a map, and gathers very many of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from archive import catalogue
from archive.filters import (
    BadFilter,
    Cluster,
    IncidentFilters,
    Narrowing,
    clusters,
    counted_places,
    filtered,
    spread,
)
from archive.maps import Box, frame_of
from archive.models import IncidentEntry, IncidentSpot
from archive.vocabulary import Precision
from tests.archive.mapped import MASTUNG_TOWN, QUETTA_DISTRICT, QUETTA_TOWN, happened, placed, sample
from tests.archive.published import publish, retract
from tests.builders import place

pytestmark = pytest.mark.django_db

BALOCHISTAN = "60,25,70,32"


@pytest.fixture
def mapped() -> None:
    publish(*sample())


def narrowed(query: str = "") -> Narrowing:
    _, form = filtered(IncidentEntry.objects.published(), QueryDict(query), IncidentFilters)
    return Narrowing(form.cleaned_data)


def chosen(query: str) -> set[str]:
    found, _ = filtered(IncidentEntry.objects.published(), QueryDict(query), IncidentFilters)
    return {entry.pk for entry in found}


def gathered(zoom: int, query: str = "", view: Box | None = None) -> list[tuple[str, int, str]]:
    found: list[Cluster] = list(clusters(narrowed(query), zoom, view))
    return sorted((each.located, each.incidents, each.place) for each in found)


def standing() -> list[tuple[Any, ...]]:
    return sorted(IncidentSpot.objects.values_list("incident", "key", "located"))


# What is kept


def test_each_place_of_an_incident_has_one_row_however_many_attacks_it_saw() -> None:
    publish(happened("one", QUETTA_TOWN, MASTUNG_TOWN, QUETTA_TOWN))

    assert standing() == [("one", "mastung", "spot"), ("one", "quetta", "spot")]


def test_a_place_without_coordinates_stands_in_the_district_around_it() -> None:
    publish(happened("one", place("village", parent="quetta-district"), QUETTA_DISTRICT))

    assert standing() == [("one", "quetta-district", "district")]


def test_what_is_retracted_leaves_the_map() -> None:
    publish(happened("one", QUETTA_TOWN))
    retract("one")

    assert standing() == []


def test_a_row_that_went_wrong_is_found_and_mended() -> None:
    publish(happened("one", QUETTA_TOWN))
    IncidentSpot.objects.update(x=1)

    assert [str(each) for each in catalogue.check()] == [
        "incident one: 1 × IncidentSpot missing or stale",
        "incident one: 1 × IncidentSpot should not be there",
    ]
    list(catalogue.reindex())
    assert list(catalogue.check()) == []


# What is chosen


@pytest.mark.usefixtures("mapped")
@pytest.mark.parametrize(
    ("query", "incidents"),
    [
        (f"bbox={BALOCHISTAN}", {"one", "two", "three"}),
        ("bbox=71,33,72,35", {"four"}),
        ("bbox=0,0,1,1", set()),
        ("located=spot", {"one", "two", "four"}),
        ("located=district", {"three"}),
        ("located=nowhere", {"five"}),
        ("located=nowhere&located=district", {"three", "five"}),
        (f"located=district&bbox={BALOCHISTAN}", {"three"}),
        (f"located=nowhere&bbox={BALOCHISTAN}", set()),
        ("bbox=66.8,29.7,66.9,29.9&date_from=2024-01-02", {"two"}),
    ],
)
def test_incidents_are_chosen_by_where_they_stand(query: str, incidents: set[str]) -> None:
    assert chosen(query) == incidents


@pytest.mark.parametrize("query", ["bbox=1,2,3", "bbox=a,b,c,d", "located=moon", "bbox=1,2,3,4&bbox=1,2,3,4"])
def test_what_names_no_box_and_no_word_is_refused(query: str) -> None:
    with pytest.raises(BadFilter):
        chosen(query)


# What is gathered


@pytest.mark.usefixtures("mapped")
def test_from_far_away_what_is_near_one_another_is_one_circle() -> None:
    assert gathered(0) == [("district", 1, "quetta-district"), ("spot", 3, "")]


@pytest.mark.usefixtures("mapped")
def test_from_nearby_each_place_is_a_circle_of_its_own() -> None:
    assert gathered(12) == [
        ("district", 1, "quetta-district"),
        ("spot", 1, "mastung"),
        ("spot", 1, "peshawar"),
        ("spot", 2, "quetta"),
    ]


@pytest.mark.usefixtures("mapped")
def test_an_incident_with_two_places_in_a_circle_counts_once() -> None:
    (circle,) = clusters(narrowed("located=spot&bbox=60,25,70,32"), 0)

    assert circle.incidents == 2


@pytest.mark.usefixtures("mapped")
def test_a_circle_stands_among_what_it_gathers() -> None:
    for circle in clusters(narrowed(), 3):
        assert circle.frame.left <= circle.x <= circle.frame.right
        assert circle.frame.top <= circle.y <= circle.frame.bottom


@pytest.mark.usefixtures("mapped")
def test_circles_follow_the_filters_and_the_view() -> None:
    assert gathered(12, "place=peshawar") == [("spot", 1, "peshawar")]
    assert gathered(12, view=Box(66.8, 29.7, 66.9, 29.9)) == [("spot", 1, "mastung")]
    assert gathered(12, "located=nowhere") == []


@pytest.mark.usefixtures("mapped")
def test_how_many_stand_on_the_map_and_within_what() -> None:
    found = spread(narrowed())

    assert found.incidents == 4
    assert found.frame
    assert found.frame == pytest.approx(frame_of(Box(66.85, 29.8, 71.583, 34.017)), abs=1)


@pytest.mark.usefixtures("mapped")
def test_where_nothing_stands_on_the_map_there_is_no_frame() -> None:
    assert spread(narrowed("located=nowhere")) == (0, None)


@pytest.mark.usefixtures("mapped")
def test_the_places_with_most_incidents_come_first() -> None:
    assert counted_places(narrowed(), 2) == [("quetta", "spot", 2), ("mastung", "spot", 1)]


def test_both_ends_of_the_world_are_on_the_map() -> None:
    ends = [placed(f"p{n}", at, Precision.EXACT) for n, at in enumerate([(90, 180), (-90, -180), (0, 0)])]
    publish(happened("one", *ends))

    assert sum(count for _, count, _ in gathered(12)) == 3
