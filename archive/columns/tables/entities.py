"""Sources, publications, actors, places and conflicts."""

from __future__ import annotations

from archive.answers import ActorAnswer, ConflictAnswer, PlaceAnswer, PublicationAnswer, SourceAnswer
from archive.columns.paths import BETWEEN, Document
from archive.columns.table import Column, Kind, Table
from archive.columns.tables.shared import ADDRESSES, linked

FORMER = Column("former_keys", "former_keys")


def _relied_on(source: Document) -> str | None:
    """How and on what: “quotes: s2; syndicates: an-agency”."""
    found = [f"{one['how']}: {one['source'] or one['publication']}" for one in source["relies_on"]]
    return BETWEEN.join(found) or None


def _publication(source: Document) -> str | None:
    return linked(source, "publications", source["publication"])


def _around(place: Document) -> str | None:
    return linked(place, "places", place["parent"])


def _whole(actor: Document) -> str | None:
    return linked(actor, "actors", actor["part_of"])


SOURCES = Table(
    "sources",
    "One source.",
    SourceAnswer,
    (
        Column("key", "key"),
        Column("kind", "kind"),
        Column("title", "title"),
        Column("description", "description"),
        Column("publication", "publication"),
        Column("publication_name", "publication", _publication, Kind.TEXT),
        Column("authors", "authors"),
        Column("language", "language"),
        Column("published", "published"),
        Column("version", "version"),
        Column("url", "url"),
        Column("archive_url", "archive_url"),
        Column("relies_on", "relies_on", _relied_on, Kind.TEXT),
        Column("note", "note"),
        FORMER,
        *ADDRESSES,
    ),
)

PUBLICATIONS = Table(
    "publications",
    "One publication.",
    PublicationAnswer,
    (
        Column("key", "key"),
        Column("name", "name"),
        Column("kind", "kind"),
        Column("url", "url"),
        Column("licence", "licence"),
        FORMER,
        *ADDRESSES,
    ),
)

ACTORS = Table(
    "actors",
    "One actor.",
    ActorAnswer,
    (
        Column("key", "key"),
        Column("name", "name"),
        Column("kind", "kind"),
        Column("aliases", "aliases.text"),
        Column("part_of", "part_of"),
        Column("part_of_name", "part_of", _whole, Kind.TEXT),
        Column("part_as", "part_as"),
        FORMER,
        *ADDRESSES,
    ),
)

PLACES = Table(
    "places",
    "One place.",
    PlaceAnswer,
    (
        Column("key", "key"),
        Column("name", "name"),
        Column("kind", "kind"),
        Column("names", "names.text"),
        Column("parent", "parent"),
        Column("parent_name", "parent", _around, Kind.TEXT),
        Column("latitude", "latitude"),
        Column("longitude", "longitude"),
        Column("precision", "precision"),
        Column("time_zone", "time_zone"),
        FORMER,
        *ADDRESSES,
    ),
)

CONFLICTS = Table(
    "conflicts",
    "One conflict.",
    ConflictAnswer,
    (Column("key", "key"), Column("name", "name"), FORMER, *ADDRESSES),
)
