"""The file of outlines is made from TopoJSON, and read again."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from archive.maps import Frame, clipped, degrees_at, point_at, read_outlines
from archive.maps.topology import TOLERANCE, outlines_from, simplified
from archive.pages.maps.land import land

#: Two countries beside each other, 10 degrees wide each; the second has an island too small to be seen.
NEIGHBOURS: dict[str, Any] = {
    "transform": {"scale": [0.01, 0.01], "translate": [0, 0]},
    "arcs": [
        [[1000, 0], [0, 500], [0, 500]],
        [[1000, 1000], [-1000, 0], [0, -1000], [1000, 0]],
        [[1000, 0], [1000, 0], [0, 1000], [-1000, 0]],
        [[3000, 0], [0, 0], [0, 0], [0, 0]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "arcs": [[[2, -1]], [[3]]]},
            ]
        }
    },
}


def corners(data: dict[str, Any]) -> list[set[tuple[int, int]]]:
    """Of each ring its corners, in whole degrees of latitude and longitude."""
    found = read_outlines(json.dumps(data).encode())
    return [{(round(a), round(b)) for a, b in (degrees_at(*point) for point in one.ring)} for one in found]


def test_neighbours_share_their_border() -> None:
    west, east = corners(outlines_from(NEIGHBOURS, "made up"))

    assert west == {(0, 0), (0, 10), (10, 10), (10, 0)}
    assert west & east == {(0, 10), (10, 10)}


def test_land_over_the_edge_of_the_map_is_cut_there() -> None:
    square = [[35000, 0], [2000, 0], [0, 1000], [-2000, 0], [0, -1000]]
    country = {"type": "Polygon", "arcs": [[0]]}
    topology = {
        "transform": {"scale": [0.01, 0.01], "translate": [-180, 0]},
        "arcs": [square],
        "objects": {"countries": {"geometries": [country]}},
    }

    west, east = corners(outlines_from(topology, "made up"))

    assert west == {(0, -180), (0, -170), (10, -170), (10, -180)}
    assert {longitude for _, longitude in east} == {170, 180}


def test_a_place_on_a_straight_line_is_left_out() -> None:
    assert outlines_from(NEIGHBOURS, "made up")["arcs"][0] == [1000, 0, 0, 1000]


def test_what_encloses_nothing_is_left_out() -> None:
    assert len(outlines_from(NEIGHBOURS, "made up")["rings"]) == 2


places = st.tuples(st.floats(-50, 50), st.floats(-50, 50))


@given(st.lists(places, min_size=2, max_size=30))
def test_a_simplified_line_keeps_its_ends_and_adds_no_place(line: list[tuple[float, float]]) -> None:
    found = simplified(line)

    assert (found[0], found[-1]) == (line[0], line[-1])
    assert [place for place in found if place not in line] == []


@given(st.lists(st.floats(-TOLERANCE / 3, TOLERANCE / 3), min_size=3, max_size=30))
def test_what_lies_within_the_tolerance_is_a_straight_line(bends: list[float]) -> None:
    line = [(float(along), bend) for along, bend in enumerate(bends)]

    assert simplified(line) == [line[0], line[-1]]


def test_the_command_prints_the_file(tmp_path: Path) -> None:
    file, out = tmp_path / "countries.json", StringIO()
    file.write_text(json.dumps(NEIGHBOURS), encoding="utf-8")

    call_command("outlines", str(file), stdout=out)

    assert len(json.loads(out.getvalue())["rings"]) == 2


def is_land(latitude: float, longitude: float) -> bool:
    around = Frame.around([point_at(latitude, longitude)]).padded(10)
    return any(clipped(one.ring, around) for one in land())


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(30.2, 67.0), (51.5, -0.1), (-33.95, 18.6), (35.7, 139.7)]
)
def test_towns_lie_on_land(latitude: float, longitude: float) -> None:
    assert is_land(latitude, longitude)


@pytest.mark.parametrize(("latitude", "longitude"), [(0, 0), (20, 65), (42, 51), (-50, 180)])
def test_the_sea_does_not(latitude: float, longitude: float) -> None:
    assert not is_land(latitude, longitude)


def test_the_file_of_outlines_is_small() -> None:
    file = Path(__file__).parents[3] / "static" / "map" / "outlines.json"

    assert file.stat().st_size < 300_000
