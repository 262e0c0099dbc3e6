"""One page of what was searched for: by the column of texts in which it is found, then the newest first.

So the title counts more than names, these more than the words of claims, and prose least. Each column is a
list of its own, which an index begins where the page begins: no page sorts all that was found.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from django.db.models import QuerySet

from archive.models import IncidentEntry
from archive.models.incidents import IncidentQuerySet
from archive.pages.paging import SIZE, Stretch
from archive.search import COLUMNS, Query

PLACE = re.compile(r"([1-9])/(.+)", re.DOTALL)


class Hit(NamedTuple):
    """An incident, and in how many columns of its texts one must look to find it."""

    depth: int
    entry: IncidentEntry

    @property
    def place(self) -> str:
        """Where it stands in the list."""
        return f"{self.depth}/{self.entry.position}"


def ranked_stretch(
    incidents: IncidentQuerySet, query: Query, *, after: str = "", before: str = ""
) -> Stretch:
    """The incidents that follow the place `after` or precede `before`; else the best.

    At most one query for each column. Raises ValueError for a place that there cannot be.
    """
    if before:
        found = _preceding(incidents, query, *_read(before))
        return _stretch(found[:SIZE][::-1], newer=len(found) > SIZE, older=True)
    depth, position = _read(after) if after else (1, "")
    found = _following(incidents, query, depth, position)
    return _stretch(found[:SIZE], newer=bool(after), older=len(found) > SIZE)


def _read(place: str) -> tuple[int, str]:
    parts = PLACE.fullmatch(place)
    if parts is None or int(parts[1]) > len(COLUMNS):
        raise ValueError(place)
    return int(parts[1]), parts[2]


def _stretch(hits: list[Hit], *, newer: bool, older: bool) -> Stretch:
    return Stretch(
        [hit.entry for hit in hits],
        older=hits[-1].place if older and hits else None,
        newer=hits[0].place if newer and hits else None,
    )


def _following(incidents: IncidentQuerySet, query: Query, depth: int, position: str) -> list[Hit]:
    found: list[Hit] = []
    while depth <= len(COLUMNS) and len(found) <= SIZE:
        column = incidents.first_matching(query, depth).order_by("-position")
        found += _hits(depth, column.filter(position__lt=position) if position else column, found)
        depth, position = depth + 1, ""
    return found


def _preceding(incidents: IncidentQuerySet, query: Query, depth: int, position: str) -> list[Hit]:
    found: list[Hit] = []
    while depth > 0 and len(found) <= SIZE:
        column = incidents.first_matching(query, depth).order_by("position")
        found += _hits(depth, column.filter(position__gt=position) if position else column, found)
        depth, position = depth - 1, ""
    return found


def _hits(depth: int, entries: QuerySet[IncidentEntry], found: list[Hit]) -> list[Hit]:
    """As many more as a page has room for, and one that tells whether there are more."""
    return [Hit(depth, entry) for entry in entries[: SIZE + 1 - len(found)]]
