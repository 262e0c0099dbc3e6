"""A part of the world is laid on a drawing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from archive.maps import LARGEST_ZOOM, WORLD, Frame, Outline, Point, path_of, point_at, view_of
from tests.archive.maps.strategies import frames, rings

WHOLE = view_of(Frame(0, 0, WORLD, WORLD), 256, 256)


def outline(*corners: tuple[float, float]) -> Outline:
    ring = tuple(Point(*corner) for corner in corners)
    return Outline(ring, Frame.around(ring))


@given(frames())
def test_the_whole_frame_lies_on_the_drawing(frame: Frame) -> None:
    view = view_of(frame, 960, 600)

    for corner in (Point(frame.left, frame.top), Point(frame.right, frame.bottom)):
        x, y = view.at(corner)
        assert -0.1 <= x <= 960.1
        assert -0.1 <= y <= 600.1


@given(frames())
def test_the_zoom_is_one_that_there_is(frame: Frame) -> None:
    assert 0 <= view_of(frame, 960, 600).zoom <= LARGEST_ZOOM


def test_the_whole_world_on_one_tile_is_zoom_nothing() -> None:
    assert WHOLE.zoom == 0
    assert WHOLE.at(point_at(0, 0)) == (128, 128)


def test_a_length_is_drawn_as_long_as_it_is_there() -> None:
    assert WHOLE.length(40075.017, WORLD / 2) == pytest.approx(256, abs=0.1)


def test_a_ring_is_written_by_the_differences_of_its_corners() -> None:
    square = outline((0, 0), (WORLD / 2, 0), (WORLD / 2, WORLD / 2), (0, WORLD / 2))

    assert path_of([square], WHOLE) == "M0 0l128 0 0 128-128 0z"


def test_land_too_small_to_be_seen_is_left_out() -> None:
    assert path_of([outline((0, 0), (5, 0), (5, 5))], WHOLE) == ""


def test_land_elsewhere_is_left_out() -> None:
    view = view_of(Frame(0, 0, WORLD / 8, WORLD / 8), 100, 100)

    assert path_of([outline((WORLD / 2, 0), (WORLD, 0), (WORLD, WORLD))], view) == ""


@given(rings, frames())
def test_a_path_holds_nothing_but_letters_and_whole_numbers(ring: list[Point], frame: Frame) -> None:
    path = path_of([outline(*ring)], view_of(frame, 960, 600))

    assert re.fullmatch(r"(M-?\d+ -?\d+l(-?\d+ ?-?\d+ ?)*z)*", path)
