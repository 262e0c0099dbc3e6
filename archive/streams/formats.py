"""The formats of a file, each with the ending of its address and its media type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet

from archive.columns.writing import (
    Notice,
    csv_of,
    geojson_of,
    has_geometry,
    jsonld_of,
    ndjson_of,
    parquet_of,
)
from archive.streams.export import EventExport, Export


class Wish(NamedTuple):
    """`excel`: as spreadsheets want it. `end`: with a last line that says that the file is whole."""

    excel: bool = False
    end: bool = False


Write = Callable[[Export, QuerySet[Any], Wish, Notice], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """`write` makes the bytes. `takes`: the parameters that wish something of it."""

    ending: str
    media: str
    label: str
    write: Write
    takes: tuple[str, ...] = ()


def _csv(export: Export, found: QuerySet[Any], wish: Wish, notice: Notice) -> Iterator[bytes]:
    return csv_of(export.table, export.rows(export.in_order(found)), excel=wish.excel, end=wish.end)


def _ndjson(export: Export, found: QuerySet[Any], wish: Wish, notice: Notice) -> Iterator[bytes]:
    return ndjson_of(export.lines(export.in_order(found)), end=wish.end)


def _geojson(export: Export, found: QuerySet[Any], wish: Wish, notice: Notice) -> Iterator[bytes]:
    return geojson_of(export.table, export.rows(export.in_order(found)), notice, end=wish.end)


def _parquet(export: Export, found: QuerySet[Any], wish: Wish, notice: Notice) -> Iterator[bytes]:
    return parquet_of(export.table, export.rows(export.in_order(found)), notice)


def _jsonld(export: Export, found: QuerySet[Any], wish: Wish, notice: Notice) -> Iterator[bytes]:
    if not isinstance(export, EventExport):
        raise TypeError(f"{type(export).__name__} holds no events")
    return jsonld_of(export.events(export.in_order(found)), notice)


CSV = Format("csv", "text/csv", "CSV", _csv, ("excel", "end"))
NDJSON = Format("ndjson", "application/x-ndjson", "NDJSON", _ndjson, ("end",))
PARQUET = Format("parquet", "application/vnd.apache.parquet", "Parquet", _parquet)
GEOJSON = Format("geojson", "application/geo+json", "GeoJSON", _geojson, ("end",))
JSONLD = Format("jsonld", "application/ld+json", "JSON-LD", _jsonld)


def formats_of(export: type[Export]) -> tuple[Format, ...]:
    """Those in which the list is given out."""
    mapped = (GEOJSON,) if has_geometry(export.table) else ()
    linked = (JSONLD,) if issubclass(export, EventExport) else ()
    return (CSV, NDJSON, PARQUET, *mapped, *linked)
