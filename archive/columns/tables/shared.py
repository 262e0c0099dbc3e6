"""Columns that several tables have."""

from __future__ import annotations

from collections.abc import Iterator

from archive.columns.paths import Document
from archive.columns.table import Column
from archive.vocabulary import Population, Property

#: The measures that have columns of their own; all of them are in the table of figures.
COUNTED = (Property.KILLED, Property.INJURED)
NUMBERS = ("low", "best", "high", "open_above", "open_below")

LOCATED = (
    Column("latitude", "location.place.latitude"),
    Column("longitude", "location.place.longitude"),
    Column("precision", "location.precision"),
    Column("located_by", "location.place.key"),
)
ADDRESSES = (Column("api_url", "api_url"), Column("page_url", "page_url"))


def _figures() -> Iterator[Column]:
    for measure in COUNTED:
        for number in NUMBERS:
            chosen = f"figures[measure={measure},population={Population.ALL}]"
            yield Column(f"{measure}_{number}", f"{chosen}.{number}")


#: Of the figures about everybody, under the archive's rule.
HEADLINES = tuple(_figures())


def linked(document: Document, kind: str, key: str | None) -> str | None:
    """What the entity with the key is called, by the links of an answer; `kind`: sources, actors, places …"""
    if key is None:
        return None
    found = (entity["name"] for entity in document["links"][kind] if entity["key"] == key)
    return next(found, None)
