"""What stored answers are found by: the lines of incidents, the names of entities, and the words of these.

Many at once and as rows, in the form in which the engine keeps terms; another process can make them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import orjson

from archive.collecting import collecting_later
from archive.search.lines import vector_of
from archive.search.spelling import spellings_of
from archive.search.texts import lines_of, name_line, names_of

#: The record's list whose entities have titles: what is typed is no mistyped word of these.
TITLED = "sources"

#: A row's cells.
Row = tuple[str, ...]


class Stored(NamedTuple):
    """An answer as it is kept, and of whom it is: `name` is what that is shown by."""

    key: str
    name: str
    body: str


class Called(NamedTuple):
    """By what an entity is found: the line of its names, and its words with what they are like."""

    line: str
    words: Sequence[tuple[str, str]]


class NameRows(NamedTuple):
    """The rows of one entity."""

    names: Row
    words: Sequence[Row]


def called(kind: str, name: str, body: str) -> Called:
    """`kind`: the record's list that holds the entity."""
    if kind == TITLED:
        return Called(name_line(kind, [name]), [])
    entity = orjson.loads(body)
    return Called(name_line(kind, names_of(entity)), list(spellings_of(entity)))


def incident_rows(answers: Sequence[Stored], *, as_vectors: bool) -> list[Row]:
    """The key of each incident with what each column holds of it. `as_vectors`: as PostgreSQL keeps that."""
    form = _form(as_vectors)
    with collecting_later():
        return [(one.key, *map(form, lines_of(orjson.loads(one.body)).values())) for one in answers]


def name_rows(entities: Sequence[Stored], *, kind: str, as_vectors: bool) -> list[NameRows]:
    """The rows of each entity of this kind."""
    form = _form(as_vectors)
    with collecting_later():
        return [_name_rows(kind, one, form) for one in entities]


def _name_rows(kind: str, entity: Stored, form: Callable[[str], str]) -> NameRows:
    line, words = called(kind, entity.name, entity.body)
    names = (kind, entity.key, entity.name, form(line))
    return NameRows(names, [(kind, entity.key, word, hint) for word, hint in words])


def _form(as_vectors: bool) -> Callable[[str], str]:
    return vector_of if as_vectors else str
