"""Tables as bytes in each format, piece by piece: whoever sends them holds no more than some rows at once."""

from archive.columns.writing.delimited import csv_of
from archive.columns.writing.features import geojson_of, has_geometry
from archive.columns.writing.graph import jsonld_of
from archive.columns.writing.lines import ndjson_of, objects
from archive.columns.writing.notice import Notice
from archive.columns.writing.parquet import parquet_of

__all__ = [
    "Notice",
    "csv_of",
    "geojson_of",
    "has_geometry",
    "jsonld_of",
    "ndjson_of",
    "objects",
    "parquet_of",
]
