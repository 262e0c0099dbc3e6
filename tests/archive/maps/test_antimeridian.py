"""A ring that goes over the edge of the map is cut there."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archive.maps import Point
from archive.maps.antimeridian import crosses, cut, unrolled

OVER = [Point(170, 0), Point(-170, 0), Point(-170, 10), Point(170, 10)]
AROUND = [Point(longitude, 80) for longitude in (-120, 0, 120)]
places = st.builds(Point, st.integers(-180, 180), st.integers(-80, 80))


def test_a_ring_over_the_edge_is_told_from_one_that_is_not() -> None:
    assert crosses(OVER)
    assert crosses([Point(170, 0), Point(190, 0), Point(180, 10)])
    assert not crosses([Point(0, 0), Point(10, 0), Point(10, 10)])


def test_it_becomes_a_piece_on_either_side() -> None:
    west, east = cut(OVER)

    assert {x for x, _ in west} == {-180, -170}
    assert {x for x, _ in east} == {170, 180}


def test_a_ring_around_a_pole_goes_by_way_of_it() -> None:
    (north,) = [piece for piece in cut(AROUND) if any(x == 0 for x, _ in piece)]
    (south,) = [piece for piece in cut([Point(x, -y) for x, y in AROUND]) if any(x == 0 for x, _ in piece)]

    assert max(y for _, y in north) == 90
    assert min(y for _, y in south) == -90


@given(st.lists(places, min_size=3, max_size=10))
def test_no_piece_goes_over_the_edge(ring: list[Point]) -> None:
    for piece in cut(ring):
        assert all(-180 <= x <= 180 for x, _ in piece)


@given(st.lists(places, min_size=1, max_size=10))
def test_an_unrolled_line_has_the_same_places_and_no_jumps(line: list[Point]) -> None:
    found = list(unrolled(line))

    assert [(x % 360, y) for x, y in found] == [(x % 360, y) for x, y in line]
    assert all(abs(one.x - other.x) <= 180 for one, other in pairwise(found))
