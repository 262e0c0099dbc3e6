"""The tables of a release: every row of the catalogue, in an order that is the same on every engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from importlib.util import find_spec
from typing import Any

from django.db.models import QuerySet

from archive import streams
from archive.bundle import Manifest, table_file
from archive.columns import Row
from archive.columns.writing import Notice, csv_of, parquet_of
from archive.folders import Folder
from archive.models import (
    ActorEntry,
    AttackEntry,
    CitationEntry,
    ClaimEntry,
    ConflictEntry,
    Edition,
    IncidentEntry,
    PlaceEntry,
    PublicationEntry,
    SourceEntry,
)
from archive.streams import Export, by_bytes
from archive.vocabulary import Rule

Rows = Iterable[Sequence[Row]]


def exports() -> Iterator[tuple[Export, QuerySet[Any]]]:
    """Each table, in the order of the codebook, with the rows of the catalogue that it is made of."""
    incidents = IncidentEntry.objects.published().order_by(by_bytes("position").desc())
    yield streams.Incidents(), incidents
    yield streams.Attacks(), AttackEntry.objects.order_by(by_bytes("key"))
    yield streams.Figures(Rule.ARCHIVE), incidents
    yield streams.Claims(), ClaimEntry.objects.order_by(by_bytes("key"))
    yield streams.Citations(), CitationEntry.objects.order_by(by_bytes("claim_id"), "number")
    yield streams.Sources(), SourceEntry.objects.order_by(by_bytes("key"))
    yield streams.Publications(), PublicationEntry.objects.order_by(by_bytes("key"))
    yield streams.Actors(), ActorEntry.objects.order_by(by_bytes("key"))
    yield streams.Places(), PlaceEntry.objects.order_by(by_bytes("key"))
    yield streams.Conflicts(), ConflictEntry.objects.order_by(by_bytes("key"))
    yield streams.Editions(), Edition.objects.readable().order_by(by_bytes("incident"), "number")


def write_table(folder: Folder, export: Export, found: QuerySet[Any], release: Manifest) -> int:
    """The table as CSV and, where pyarrow is installed, as Parquet; how many rows it has."""
    table = export.table
    counted = Counted(export.rows(found))
    folder.write(table_file(table.name, "csv"), csv_of(table, counted))
    if find_spec("pyarrow"):
        at = datetime.combine(release.day, time(), UTC)
        notice = Notice(release.archive, release.address, release.licence_url, at)
        folder.write(table_file(table.name, "parquet"), parquet_of(table, export.rows(found), notice))
    return counted.rows


class Counted:
    """Rows on their way; `rows`: how many went by."""

    def __init__(self, chunks: Rows) -> None:
        self._chunks = chunks
        self.rows = 0

    def __iter__(self) -> Iterator[Sequence[Row]]:
        for chunk in self._chunks:
            self.rows += len(chunk)
            yield chunk
