"""Coordinates become units of a square world, and units become coordinates."""

from __future__ import annotations

import pytest
from hypothesis import given

from archive.maps import WORLD, degrees_at, kilometres_per_unit, point_at
from tests.archive.maps.strategies import latitudes, longitudes


def test_where_equator_and_prime_meridian_meet_is_the_middle() -> None:
    assert point_at(0, 0) == (WORLD / 2, WORLD / 2)


@given(latitudes, longitudes)
def test_there_and_back_is_the_same_place_to_some_metres(latitude: float, longitude: float) -> None:
    found = degrees_at(*point_at(latitude, longitude))

    assert found == pytest.approx((latitude, longitude), abs=0.00002)


@pytest.mark.parametrize(("latitude", "longitude"), [(90, 0), (-90, 0), (0, 180), (0, -180), (90, 180)])
def test_what_lies_beyond_the_edge_lies_on_it(latitude: float, longitude: float) -> None:
    assert all(0 <= side < WORLD for side in point_at(latitude, longitude))


def test_a_unit_is_shorter_towards_the_poles() -> None:
    at_equator, at_sixty = (kilometres_per_unit(point_at(latitude, 0).y) for latitude in (0, 60))

    assert at_equator * WORLD == pytest.approx(40075, abs=1)
    assert at_sixty == pytest.approx(at_equator / 2, rel=0.001)
