"""Sources, publications, actors, places and conflicts."""

from __future__ import annotations

from archive.columns import ACTORS, CONFLICTS, PLACES, PUBLICATIONS, SOURCES
from archive.models import ActorEntry, ConflictEntry, PlaceEntry, PublicationEntry, SourceEntry
from archive.streams.listing import Listing


class Sources(Listing):
    table = SOURCES
    model = SourceEntry


class Publications(Listing):
    table = PUBLICATIONS
    model = PublicationEntry


class Actors(Listing):
    table = ACTORS
    model = ActorEntry


class Places(Listing):
    table = PLACES
    model = PlaceEntry


class Conflicts(Listing):
    table = CONFLICTS
    model = ConflictEntry
