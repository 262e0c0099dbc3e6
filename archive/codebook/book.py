"""The codebook as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from archive.codebook.lists import LISTS, WordList, list_of
from archive.codebook.parts import PartEntry, parts_of
from archive.codebook.tables import TableEntry, tables
from archive.record import Record


@dataclass(frozen=True, slots=True)
class Codebook:
    parts: tuple[PartEntry, ...]
    lists: tuple[WordList, ...]
    tables: tuple[TableEntry, ...]


@cache
def codebook() -> Codebook:
    """What a record can hold, as the schema that is published says it."""
    parts = tuple(parts_of(Record.model_json_schema(by_alias=True, mode="serialization")))
    lists = tuple(list_of(name, _stands_in(name, parts)) for name in LISTS)
    return Codebook(parts, lists, tuple(tables()))


def _stands_in(name: str, parts: Iterable[PartEntry]) -> tuple[tuple[str, str], ...]:
    return tuple((part.name, field.name) for part in parts for field in part.fields if field.of == name)
