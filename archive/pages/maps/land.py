"""The outlines of countries, as the browser gets them too."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from archive.maps import Outline, read_outlines

#: Of the static files, the one that holds the outlines.
OUTLINES = "map/outlines.json"


@cache
def land() -> tuple[Outline, ...]:
    """Read once in a process."""
    return read_outlines((settings.BASE_DIR / "static" / OUTLINES).read_bytes())
