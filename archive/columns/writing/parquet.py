"""Rows as Parquet, through pyarrow, which is an extra: https://parquet.apache.org/docs/file-format/"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from archive.columns.table import Kind, Row, Table
from archive.columns.writing.notice import Notice

if TYPE_CHECKING:
    import pyarrow

#: How many rows stand in one group, which is written at once.
GROUP = 5_000


class Sink:
    """A file that keeps what was written since it was last drained."""

    closed = False

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._held.append(bytes(data))
        return len(data)

    def drain(self) -> bytes:
        held, self._held = self._held, []
        return b"".join(held)


def parquet_of(table: Table, chunks: Iterable[Sequence[Row]], notice: Notice) -> Iterator[bytes]:
    """The file, a group of rows at a time. It ends with its own count of rows; cut short, it is none."""
    from pyarrow import parquet

    schema, sink = _schema(table, notice), Sink()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        yield sink.drain()
        for rows in _groups(chunks):
            writer.write_table(_table(schema, rows))
            yield sink.drain()
    yield sink.drain()


def _groups(chunks: Iterable[Sequence[Row]]) -> Iterator[list[Row]]:
    rows = (row for chunk in chunks for row in chunk)
    while group := list(islice(rows, GROUP)):
        yield group


def _schema(table: Table, notice: Notice) -> pyarrow.Schema:
    import pyarrow as pa

    types: Mapping[Kind, pyarrow.DataType] = {
        Kind.TEXT: pa.string(),
        Kind.WHOLE: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.FLAG: pa.bool_(),
        Kind.DAY: pa.date32(),
        Kind.MOMENT: pa.timestamp("us", tz="UTC"),
    }
    said = {
        "archive": notice.archive,
        "address": notice.address,
        "licence": notice.licence,
        "read_at": notice.at.isoformat(),
    }
    fields = [(name, types[kind]) for name, kind in zip(table.names, table.kinds, strict=True)]
    return pa.schema(fields, metadata=said)


def _table(schema: pyarrow.Schema, rows: Sequence[Row]) -> pyarrow.Table:
    """The rows by column; days and moments, which are texts, become what they say."""
    import pyarrow as pa

    columns = [
        _column(list(cells), field.type) for field, cells in zip(schema, zip(*rows, strict=True), strict=True)
    ]
    return pa.table(columns, schema=schema)


def _column(cells: list[object], kind: pyarrow.DataType) -> pyarrow.Array:
    import pyarrow as pa

    if pa.types.is_temporal(kind):
        return pa.array(cells, pa.string()).cast(kind)
    return pa.array(cells, kind)
