"""Whatever a record holds, its rows fit their tables, and every cell comes back from every format."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any

import orjson
from hypothesis import HealthCheck, given, settings
from pyarrow import parquet

from archive.answers import Composer
from archive.answers.texts import text_of
from archive.catalogue.composing import header_of
from archive.columns import ATTACKS, CLAIMS, EDITIONS, SOURCES, Document, Kind, Row, Table
from archive.columns.documents import spread
from archive.columns.writing import Notice, csv_of, parquet_of
from archive.models import Edition
from archive.record import Record
from archive.vocabulary import EditionKind
from tests.strategies import records

MOMENT = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
NOTICE = Notice("An archive", "https://example.org/x", "", MOMENT)


def documents(record: Record) -> dict[Table, list[Document]]:
    edition = Edition(incident=record.id, number=1, kind=EditionKind.FIRST, published_at=MOMENT)
    made = Composer(record, header_of(edition), MOMENT, MOMENT, "https://example.org")
    claims = [orjson.loads(text_of(made.claim(claim))) for claim in record.claims]
    return {
        ATTACKS: [orjson.loads(text_of(made.attack(attack))) for attack in record.attacks],
        CLAIMS: [spread(claim) for claim in claims],
        SOURCES: [orjson.loads(text_of(made.entity("sources", each.key))) for each in record.sources],
        EDITIONS: [orjson.loads(text_of(made.edition))],
    }


def as_typed(cell: Any, kind: Kind) -> Any:
    """What a program makes of a cell."""
    if cell is None:
        return None
    match kind:
        case Kind.DAY:
            return date.fromisoformat(cell)
        case Kind.MOMENT:
            return datetime.fromisoformat(cell)
        case _:
            return cell


def as_text(cell: Any) -> str:
    """What stands in a line."""
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_every_cell_comes_back(record: Record) -> None:
    for table, found in documents(record).items():
        rows = table.rows(found)
        assert packed(table, rows) == [
            tuple(as_typed(cell, kind) for cell, kind in zip(row, table.kinds, strict=True)) for row in rows
        ]
        assert plain(table, rows) == [[as_text(cell) for cell in row] for row in rows]


def packed(table: Table, rows: list[Row]) -> list[Row]:
    content = b"".join(parquet_of(table, [rows], NOTICE))
    return [tuple(row.values()) for row in parquet.read_table(BytesIO(content)).to_pylist()]


def plain(table: Table, rows: list[Row]) -> list[list[str]]:
    content = b"".join(csv_of(table, [rows])).decode()
    return list(csv.reader(StringIO(content, newline="")))[1:]
