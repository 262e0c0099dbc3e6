"""Rows as GeoJSON: https://www.rfc-editor.org/rfc/rfc7946

A feature is a row, and its properties are the row's columns. A district is no pin: `precision` says how
exactly the point tells where it is. What nothing locates has no geometry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson

from archive.columns.table import Row, Table
from archive.columns.writing.commas import items
from archive.columns.writing.notice import Notice

LONGITUDE, LATITUDE = "longitude", "latitude"


def has_geometry(table: Table) -> bool:
    """Whether its rows can be drawn on a map."""
    return LATITUDE in table.names


def geojson_of(
    table: Table, chunks: Iterable[Sequence[Row]], notice: Notice, *, end: bool = False
) -> Iterator[bytes]:
    """One feature collection. `end`: with a last member that says how many features there are."""
    said = {"type": "FeatureCollection", "source": notice.address, "licence": notice.licence or None}
    yield orjson.dumps(said)[:-1] + b',"features":['
    sent = 0
    for rows in chunks:
        yield items((orjson.dumps(_feature(table, row)) for row in rows), begun=sent > 0)
        sent += len(rows)
    yield b'],"rows":%d}\n' % sent if end else b"]}\n"


def _feature(table: Table, row: Row) -> Mapping[str, Any]:
    properties = dict(zip(table.names, row, strict=True))
    return {"type": "Feature", "geometry": _point(properties), "properties": properties}


def _point(properties: Mapping[str, Any]) -> Mapping[str, Any] | None:
    if properties[LATITUDE] is None:
        return None
    return {"type": "Point", "coordinates": [properties[LONGITUDE], properties[LATITUDE]]}
