"""What the filters of sources, publications, actors, places and conflicts choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from tests.archive.reference.incidents import has_words
from tests.archive.reference.reading import Reference, World, one_of, since


class Shared(NamedTuple):
    """An entity as the latest edition gives it that holds it, and when that appeared."""

    part: Any
    published_at: datetime


def _items(kind: str) -> Callable[[World], Sequence[Shared]]:
    def items(world: World) -> Sequence[Shared]:
        found: dict[str, Shared] = {}
        for edition in sorted(world.current, key=lambda one: (one.published_at, one.incident)):
            found |= {part.key: Shared(part, edition.published_at) for part in getattr(edition.record, kind)}
        return list(found.values())

    return items


def _column(name: str, item: Shared) -> str | None:
    value: str | None = getattr(item.part, name)
    return value


def _reference(kind: str, name: str, *columns: str) -> Reference:
    return Reference(
        _items(kind),
        lambda item: item.part.key,
        dict(
            [
                (("q",), lambda item, asked: has_words(getattr(item.part, name), asked)),
                since(lambda item: item.published_at),
                *(one_of(column, partial(_column, column)) for column in columns),
            ]
        ),
    )


SOURCES = _reference("sources", "title", "kind", "publication", "language")
PUBLICATIONS = _reference("publications", "name", "kind")
ACTORS = _reference("actors", "name", "kind", "part_of")
PLACES = _reference("places", "name", "kind", "parent")
CONFLICTS = _reference("conflicts", "name")
