"""Maps: a projection, the outlines of countries, circles for many incidents, and what is drawn of them. Pure.

Everything is in Web Mercator, the projection that Leaflet takes for granted, so that a map drawn here and the
same map in a browser agree: https://epsg.io/3857
"""

from archive.maps.boxes import BadBox, Box, Frame, box_of, box_text, frame_of, read_box
from archive.maps.circles import LARGEST_ZOOM, aside_of, cell_at, radius_of, zoom_within
from archive.maps.clipping import clipped
from archive.maps.drawing import View, path_of, view_of
from archive.maps.extents import KILOMETRES, LOCATED_BY
from archive.maps.locator import Locator, Mark, locator_of
from archive.maps.mercator import WORLD, Point, degrees_at, kilometres_per_unit, point_at
from archive.maps.nearness import (
    FURTHEST_KM,
    RADIUS_KM,
    BadPlace,
    Middle,
    Vicinity,
    boxes_around,
    kilometres_between,
    read_point,
)
from archive.maps.outlines import Outline, read_outlines

__all__ = [
    "FURTHEST_KM",
    "KILOMETRES",
    "LARGEST_ZOOM",
    "LOCATED_BY",
    "RADIUS_KM",
    "WORLD",
    "BadBox",
    "BadPlace",
    "Box",
    "Frame",
    "Locator",
    "Mark",
    "Middle",
    "Outline",
    "Point",
    "Vicinity",
    "View",
    "aside_of",
    "box_of",
    "box_text",
    "boxes_around",
    "cell_at",
    "clipped",
    "degrees_at",
    "frame_of",
    "kilometres_between",
    "kilometres_per_unit",
    "locator_of",
    "path_of",
    "point_at",
    "radius_of",
    "read_box",
    "read_outlines",
    "read_point",
    "view_of",
    "zoom_within",
]
