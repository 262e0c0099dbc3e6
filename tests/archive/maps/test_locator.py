"""A small map shows where the places of an incident lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.citing.spots import Spot, spots_of
from archive.maps import Locator, locator_of
from archive.pages.maps.land import land
from archive.record import Place
from archive.vocabulary import Located, Precision
from tests.archive.mapped import MASTUNG_TOWN, PESHAWAR_TOWN, QUETTA_DISTRICT, QUETTA_TOWN, happened, placed
from tests.archive.maps.strategies import latitudes, longitudes


def drawn(*places: Place) -> Locator:
    found = locator_of(spots_of(happened("one", *places)), land())
    assert found
    return found


def test_one_spot_lies_in_the_middle_and_needs_no_number() -> None:
    found = drawn(QUETTA_TOWN)

    assert [(mark.x, mark.y, mark.reach) for mark in found.marks] == [(320, 220, 0)]
    assert not found.is_numbered
    assert found.land.startswith("M")


def test_a_district_is_a_ring_and_no_spot() -> None:
    (mark,) = drawn(QUETTA_DISTRICT).marks

    assert mark.located is Located.DISTRICT
    assert mark.reach > 0


def test_attacks_in_one_place_share_a_mark() -> None:
    found = drawn(QUETTA_TOWN, PESHAWAR_TOWN, QUETTA_TOWN)

    assert [mark.numbers for mark in found.marks] == [(1, 3), (2,)]
    assert found.is_numbered


def test_an_incident_without_attacks_has_a_mark_without_a_number() -> None:
    ((_, spot),) = spots_of(happened("one", QUETTA_TOWN))
    found = locator_of([(None, spot)], land())

    assert found
    assert [mark.numbers for mark in found.marks] == [()]


def test_without_places_there_is_no_map() -> None:
    assert locator_of([], land()) is None


def test_a_country_is_shown_from_farther_away() -> None:
    near, far = drawn(MASTUNG_TOWN), drawn(placed("land", (30, 69), Precision.COUNTRY))

    assert near.kilometres / near.scale <= far.kilometres / far.scale


@given(st.lists(st.tuples(latitudes, longitudes), min_size=1, max_size=4), st.sampled_from(Precision))
def test_every_place_of_the_world_lies_on_its_map(
    places: list[tuple[float, float]], precision: Precision
) -> None:
    spots = [Spot(*at, precision, placed(f"p{number}", at)) for number, at in enumerate(places)]
    found = locator_of(enumerate(spots, start=1), ())

    assert found
    for mark in found.marks:
        assert 0 <= mark.x <= found.width
        assert 0 <= mark.y <= found.height


@pytest.mark.parametrize("precision", list(Precision))
def test_the_scale_fits_beside_the_map(precision: Precision) -> None:
    found = drawn(placed("here", (60, 10), precision))

    assert 0 < found.scale < found.width / 2
