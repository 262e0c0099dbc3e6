"""Where something lies, and how exactly its coordinates say so."""

from __future__ import annotations

from typing import Any

from archive.citing.spots import Spot, places_of, spot, spots_of
from archive.record import Place
from archive.vocabulary import PlaceKind, Precision
from tests.builders import attack, happened_at, place, record


def located(key: str, precision: Precision, **more: Any) -> Place:
    return place(key, latitude=30.5, longitude=67.0, precision=precision, **more)


def found(*places: Place) -> Spot | None:
    return spot("here", places_of(record(happened_at(1, "here"), entities=places)))


def test_a_place_with_coordinates_is_where_they_are() -> None:
    seen = found(located("here", Precision.EXACT))

    assert seen
    assert (seen.latitude, seen.longitude, seen.precision) == (30.5, 67.0, Precision.EXACT)


def test_a_place_without_coordinates_lies_somewhere_in_the_nearest_place_around_it_that_has_some() -> None:
    around = located("around", Precision.EXACT, kind=PlaceKind.DISTRICT)
    seen = found(place("here", parent="between"), place("between", parent="around"), around)

    assert seen
    assert (seen.place.key, seen.precision) == ("around", Precision.DISTRICT)


def test_coordinates_of_a_place_around_are_never_taken_for_finer_than_they_are() -> None:
    around = located("around", Precision.COUNTRY, kind=PlaceKind.SETTLEMENT)
    seen = found(place("here", parent="around"), around)

    assert seen
    assert seen.precision is Precision.COUNTRY


def test_what_nothing_locates_has_no_spot() -> None:
    assert found(place("here", parent="around"), place("around")) is None
    assert spot(None, {}) is None


def test_each_attack_lies_at_its_own_place_or_else_at_that_of_the_incident() -> None:
    here, there = located("here", Precision.EXACT), located("there", Precision.NEAR)
    attacks = [attack(1, place="there"), attack(2)]
    seen = spots_of(record(place="here", attacks=attacks, entities=[here, there]))

    assert [(number, one.place.key) for number, one in seen] == [(1, "there"), (2, "here")]


def test_an_incident_without_attacks_lies_at_its_place() -> None:
    seen = spots_of(record(place="here", entities=[located("here", Precision.EXACT)]))

    assert [(number, one.place.key) for number, one in seen] == [(None, "here")]


def test_what_nothing_locates_is_nowhere() -> None:
    assert list(spots_of(record(place="here", attacks=1))) == []
    assert list(spots_of(record())) == []
