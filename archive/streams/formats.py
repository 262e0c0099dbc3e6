"""The formats of a file, each with the ending of its address and its media type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from archive.columns.writing import (
    Notice,
    csv_of,
    geojson_of,
    has_geometry,
    jsonld_of,
    ndjson_of,
    parquet_of,
)
from archive.streams.listing import EventListing, Keys, Listing


class Wish(NamedTuple):
    """`excel`: as spreadsheets want it. `end`: with a last line that says that the file is whole."""

    excel: bool = False
    end: bool = False


Write = Callable[[Listing, Iterable[Keys], Wish, Notice], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """`write` makes the bytes. `takes`: the parameters that wish something of it."""

    ending: str
    media: str
    label: str
    write: Write
    takes: tuple[str, ...] = ()


def _csv(listing: Listing, chunks: Iterable[Keys], wish: Wish, notice: Notice) -> Iterator[bytes]:
    return csv_of(listing.table, map(listing.rows, chunks), excel=wish.excel, end=wish.end)


def _ndjson(listing: Listing, chunks: Iterable[Keys], wish: Wish, notice: Notice) -> Iterator[bytes]:
    return ndjson_of(map(listing.texts, chunks), end=wish.end)


def _geojson(listing: Listing, chunks: Iterable[Keys], wish: Wish, notice: Notice) -> Iterator[bytes]:
    return geojson_of(listing.table, map(listing.rows, chunks), notice, end=wish.end)


def _parquet(listing: Listing, chunks: Iterable[Keys], wish: Wish, notice: Notice) -> Iterator[bytes]:
    return parquet_of(listing.table, map(listing.rows, chunks), notice)


def _jsonld(listing: Listing, chunks: Iterable[Keys], wish: Wish, notice: Notice) -> Iterator[bytes]:
    if not isinstance(listing, EventListing):
        raise TypeError(f"{type(listing).__name__} holds no events")
    return jsonld_of(map(listing.events, chunks), notice)


CSV = Format("csv", "text/csv", "CSV", _csv, ("excel", "end"))
NDJSON = Format("ndjson", "application/x-ndjson", "NDJSON", _ndjson, ("end",))
PARQUET = Format("parquet", "application/vnd.apache.parquet", "Parquet", _parquet)
GEOJSON = Format("geojson", "application/geo+json", "GeoJSON", _geojson, ("end",))
JSONLD = Format("jsonld", "application/ld+json", "JSON-LD", _jsonld)


def formats_of(listing: type[Listing]) -> tuple[Format, ...]:
    """Those in which the list is given out."""
    mapped = (GEOJSON,) if has_geometry(listing.table) else ()
    linked = (JSONLD,) if issubclass(listing, EventListing) else ()
    return (CSV, NDJSON, PARQUET, *mapped, *linked)
