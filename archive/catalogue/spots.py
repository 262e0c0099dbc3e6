"""The rows that tell where an incident stands on a map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archive.citing.spots import Spot, spots_of
from archive.maps import LOCATED_BY, point_at
from archive.record import Record


class SpotRow(NamedTuple):
    incident_id: str
    key: str
    x: int
    y: int
    located: str


def spot_rows(record: Record) -> Iterator[SpotRow]:
    """A row for each place, and for each way of being located by it."""
    found = {(spot.place.key, LOCATED_BY[spot.precision]): spot for _, spot in spots_of(record)}
    return (_row(record, key, located, spot) for (key, located), spot in found.items())


def _row(record: Record, key: str, located: str, spot: Spot) -> SpotRow:
    x, y = point_at(spot.latitude, spot.longitude)
    return SpotRow(record.id, key, int(x), int(y), located)
