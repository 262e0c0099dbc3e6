"""Sources, publications, actors, places and conflicts."""

from __future__ import annotations

from archive import streams
from archive.answers import ActorAnswer, ConflictAnswer, PlaceAnswer, PublicationAnswer, SourceAnswer
from archive.api.describe import describe_detail, describe_list
from archive.api.expanding import OF_ACTORS, OF_PLACES, OF_SOURCES
from archive.api.tables import TableView
from archive.api.views import DetailView
from archive.filters import ActorFilters, ConflictFilters, PlaceFilters, PublicationFilters, SourceFilters
from archive.models import ActorEntry, ConflictEntry, PlaceEntry, PublicationEntry, SourceEntry


@describe_list(SourceAnswer, SourceFilters, "Sources, by key.")
class Sources(TableView):
    model = SourceEntry
    filters = SourceFilters
    export = streams.Sources
    expansions = OF_SOURCES


@describe_detail(SourceAnswer, "A source.")
class Source(DetailView):
    model = SourceEntry


@describe_list(PublicationAnswer, PublicationFilters, "Publications, by key.")
class Publications(TableView):
    model = PublicationEntry
    filters = PublicationFilters
    export = streams.Publications


@describe_detail(PublicationAnswer, "A publication.")
class Publication(DetailView):
    model = PublicationEntry


@describe_list(ActorAnswer, ActorFilters, "Actors, by key.")
class Actors(TableView):
    model = ActorEntry
    filters = ActorFilters
    export = streams.Actors
    expansions = OF_ACTORS


@describe_detail(ActorAnswer, "An actor.")
class Actor(DetailView):
    model = ActorEntry


@describe_list(PlaceAnswer, PlaceFilters, "Places, by key.")
class Places(TableView):
    model = PlaceEntry
    filters = PlaceFilters
    export = streams.Places
    expansions = OF_PLACES


@describe_detail(PlaceAnswer, "A place.")
class Place(DetailView):
    model = PlaceEntry


@describe_list(ConflictAnswer, ConflictFilters, "Conflicts, by key.")
class Conflicts(TableView):
    model = ConflictEntry
    filters = ConflictFilters
    export = streams.Conflicts


@describe_detail(ConflictAnswer, "A conflict.")
class Conflict(DetailView):
    model = ConflictEntry
