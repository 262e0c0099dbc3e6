"""A table: its columns, each a path into an answer, from which its type and its meaning follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from archive.columns.paths import Document, Read, fields_along, is_list, leaves, reader, steps_of
from archive.vocabulary import Term

#: The cells of one row, in the order of the columns; None is an empty one. Days and moments are ISO texts.
Row = tuple[Any, ...]


class Kind(StrEnum):
    """What a column holds, in the codebook's words."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "true or false"
    DAY = "day: 2024-02-07"
    MOMENT = "moment: 2024-02-07T09:30:00Z"


#: Narrower types come first.
KINDS: tuple[tuple[type, Kind], ...] = (
    (bool, Kind.FLAG),
    (int, Kind.WHOLE),
    (float, Kind.NUMBER),
    (datetime, Kind.MOMENT),
    (date, Kind.DAY),
    (str, Kind.TEXT),
)


@dataclass(frozen=True, slots=True)
class Column:
    """`path`: where its value stands in the answer, and what its meaning follows from.

    `made`: what makes the value from the whole answer, where it is not what stands there, and `kind` of it.
    """

    name: str
    path: str
    made: Read | None = None
    kind: Kind | None = None


@dataclass(frozen=True)
class Table:
    """Rows that are made of answers of one model, each of which is one row. `meaning`: what a row is."""

    name: str
    meaning: str
    model: type[BaseModel]
    columns: tuple[Column, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(column.kind or self._kind(column) for column in self.columns)

    @cached_property
    def _readers(self) -> tuple[Read, ...]:
        return tuple(column.made or reader(column.path, self.model) for column in self.columns)

    def rows(self, documents: Iterable[Document]) -> list[Row]:
        readers = self._readers
        return [tuple([read(document) for read in readers]) for document in documents]

    def meaning_of(self, column: Column) -> str:
        """What the fields along the path mean, from the outside inwards."""
        steps = zip(steps_of(column.path), fields_along(column.path, self.model), strict=True)
        return " ".join(_meaning(step.words, field.description or "") for step, field in steps)

    def words_of(self, column: Column) -> type[Term] | None:
        """The closed list whose words stand in the column."""
        if column.made:
            return None
        (leaf,) = leaves(fields_along(column.path, self.model)[-1].annotation)
        return leaf if issubclass(leaf, Term) else None

    def holds_several(self, column: Column) -> bool:
        """Whether a cell joins several values."""
        steps = zip(steps_of(column.path), fields_along(column.path, self.model), strict=True)
        return not column.made and any(is_list(field.annotation) and not step.words for step, field in steps)

    def _kind(self, column: Column) -> Kind:
        if self.holds_several(column):
            return Kind.TEXT
        return _kind_of(next(leaves(fields_along(column.path, self.model)[-1].annotation)))


def _kind_of(leaf: type) -> Kind:
    return next((kind for base, kind in KINDS if issubclass(leaf, base)), Kind.TEXT)


def _meaning(words: tuple[tuple[str, str], ...], description: str) -> str:
    return f"{description} Of these: {', '.join(word for _, word in words)}." if words else description
