"""The places of a map as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from archive.filters import Narrowing, counted_places
from archive.pages import asking
from archive.pages.labels import labels
from archive.vocabulary import Located

#: How many places the table shows; the others are found from nearer by.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A place and as what its incidents stand there; `href`: the list of them."""

    name: str
    located: Located
    incidents: int
    href: str


@dataclass(frozen=True, slots=True)
class Table:
    rows: Sequence[Row]
    has_more: bool


def table(asked: QueryDict, narrowing: Narrowing) -> Table:
    """The places at which most incidents stand. Two queries."""
    found = counted_places(narrowing, SHOWN + 1)
    names = labels("place", sorted({each.place for each in found}))
    rows = [
        Row(
            names.get(each.place, each.place),
            Located(each.located),
            each.incidents,
            f"/incidents/{asking.with_one(asked, place=each.place, located=each.located)}",
        )
        for each in found[:SHOWN]
    ]
    return Table(rows, len(found) > SHOWN)
