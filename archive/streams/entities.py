"""Sources, publications, actors, places and conflicts."""

from __future__ import annotations

from archive.columns import ACTORS, CONFLICTS, PLACES, PUBLICATIONS, SOURCES
from archive.models import ActorEntry, ConflictEntry, PlaceEntry, PublicationEntry, SourceEntry
from archive.streams.export import Export


class Sources(Export):
    table = SOURCES
    model = SourceEntry


class Publications(Export):
    table = PUBLICATIONS
    model = PublicationEntry


class Actors(Export):
    table = ACTORS
    model = ActorEntry


class Places(Export):
    table = PLACES
    model = PlaceEntry


class Conflicts(Export):
    table = CONFLICTS
    model = ConflictEntry
