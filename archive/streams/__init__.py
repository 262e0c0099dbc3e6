"""Whole lists as files: read in one snapshot, some rows at a time, and sent while they are read.

`archive.columns` says what the files hold; here is how the catalogue is read for them.
"""

from archive.streams.claims import Citations, Claims
from archive.streams.editions import Editions
from archive.streams.entities import Actors, Conflicts, Places, Publications, Sources
from archive.streams.export import Export
from archive.streams.figures import Figures
from archive.streams.formats import CSV, GEOJSON, JSONLD, NDJSON, PARQUET, Format, Wish, formats_of
from archive.streams.incidents import Attacks, AttacksOfIncident, Incidents, WholeIncidents
from archive.streams.order import by_bytes
from archive.streams.sending import file_of
from archive.streams.snapshot import snapshot

__all__ = [
    "CSV",
    "GEOJSON",
    "JSONLD",
    "NDJSON",
    "PARQUET",
    "Actors",
    "Attacks",
    "AttacksOfIncident",
    "Citations",
    "Claims",
    "Conflicts",
    "Editions",
    "Export",
    "Figures",
    "Format",
    "Incidents",
    "Places",
    "Publications",
    "Sources",
    "WholeIncidents",
    "Wish",
    "by_bytes",
    "file_of",
    "formats_of",
    "snapshot",
]
