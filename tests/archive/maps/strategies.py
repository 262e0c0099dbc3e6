"""Places, frames and rings for property-based tests of maps."""

from __future__ import annotations

from hypothesis import strategies as st

from archive.maps import WORLD, Frame, Point

latitudes = st.floats(-85, 85)
longitudes = st.floats(-180, 179.9)
sides = st.integers(0, WORLD - 1)
points = st.builds(Point, sides, sides)
rings = st.lists(points, min_size=3, max_size=12)


@st.composite
def frames(draw: st.DrawFn) -> Frame:
    return Frame.around(draw(st.lists(points, min_size=2, max_size=2)))
