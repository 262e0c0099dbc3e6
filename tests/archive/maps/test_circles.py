"""Circles stand for many incidents."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.maps import LARGEST_ZOOM, WORLD, Frame, aside_of, cell_at, radius_of, zoom_within
from archive.maps.circles import LARGEST, SMALLEST
from archive.vocabulary import Located
from tests.archive.maps.strategies import frames


def test_a_cell_is_half_as_wide_at_every_further_zoom() -> None:
    cells = [cell_at(zoom) for zoom in range(LARGEST_ZOOM + 1)]

    assert cells[0] == WORLD // 4
    assert all(wide == 2 * narrow for wide, narrow in pairwise(cells))


@given(st.integers(0, LARGEST_ZOOM), frames())
def test_the_zoom_is_never_one_of_too_many_cells(zoom: int, frame: Frame) -> None:
    found = zoom_within(zoom, frame)

    assert 0 <= found <= zoom
    assert (frame.width // cell_at(found)) * (frame.height // cell_at(found)) <= 2048


def test_the_whole_world_is_seen_from_far_away() -> None:
    assert zoom_within(LARGEST_ZOOM, Frame(0, 0, WORLD, WORLD)) < 5


def test_the_area_of_a_circle_follows_the_number() -> None:
    assert radius_of(100, 100) == LARGEST
    assert radius_of(50, 100) ** 2 == pytest.approx(LARGEST**2 / 2, rel=0.01)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_circle_can_always_be_met_and_never_fills_the_map(one: int, other: int) -> None:
    assert SMALLEST <= radius_of(min(one, other), max(one, other)) <= LARGEST


def test_a_spot_stands_where_it_is_and_an_area_beside_whatever_is_in_its_middle() -> None:
    assert aside_of(Located.SPOT, 20) == 0
    assert aside_of(Located.DISTRICT, 20) * 2**0.5 > 20 + SMALLEST / 2
