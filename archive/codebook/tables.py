"""The tables that can be downloaded, with their columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.codebook.lists import LISTS
from archive.columns import TABLES, Column, Kind, Table


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """A column: `holds` says in words what stands in it, or `of` names the list whose words do."""

    name: str
    holds: str
    of: str
    meaning: str


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table, under the name of its address. `meaning`: what a row is."""

    name: str
    meaning: str
    columns: tuple[ColumnEntry, ...]


def tables() -> Iterator[TableEntry]:
    """Every table, in the order of the codebook."""
    for table in TABLES:
        columns = zip(table.columns, table.kinds, strict=True)
        entries = tuple(_entry(table, column, kind) for column, kind in columns)
        yield TableEntry(table.name, table.meaning, entries)


def _entry(table: Table, column: Column, kind: Kind) -> ColumnEntry:
    words = table.words_of(column)
    of = words.__name__ if words and words.__name__ in LISTS else ""
    return ColumnEntry(column.name, "" if of else kind.value, of, table.meaning_of(column))
