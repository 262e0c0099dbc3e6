"""Where in the world the attacks happened of which the page speaks."""

from __future__ import annotations

from functools import lru_cache

from archive.citing.spots import Spot, spots_of
from archive.maps import Locator, locator_of
from archive.pages.event.reading import Reading
from archive.pages.maps.land import land


def locator(reading: Reading) -> Locator | None:
    """A small map of the attacks, or of the incident that has none; nothing where no place is located.

    An attack of which nobody had spoken yet on the day that the reader asks for is not on it.
    """
    spoken_of = {claim.attack for claim in reading.claims}
    later = {claim.attack for claim in reading.record.claims} - spoken_of
    return _drawn(tuple(each for each in spots_of(reading.record) if each[0] not in later))


@lru_cache(maxsize=500)
def _drawn(places: tuple[tuple[int | None, Spot], ...]) -> Locator | None:
    """Drawn once: the page is asked for in each language, in earlier editions and under other rules."""
    return locator_of(places, land())
