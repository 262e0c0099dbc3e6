"""Sources, publications, actors, places and conflicts."""

from __future__ import annotations

from archive.answers import ActorAnswer, ConflictAnswer, PlaceAnswer, PublicationAnswer, SourceAnswer
from archive.api.describe import describe_detail, describe_list
from archive.api.expanding import OF_ACTORS, OF_PLACES, OF_SOURCES
from archive.api.views import DetailView, ListView
from archive.filters import ActorFilters, ConflictFilters, PlaceFilters, PublicationFilters, SourceFilters
from archive.models import ActorEntry, ConflictEntry, PlaceEntry, PublicationEntry, SourceEntry


@describe_list(SourceAnswer, SourceFilters, "Sources, by key.")
class Sources(ListView):
    model = SourceEntry
    filters = SourceFilters
    expansions = OF_SOURCES


@describe_detail(SourceAnswer, "A source.")
class Source(DetailView):
    model = SourceEntry


@describe_list(PublicationAnswer, PublicationFilters, "Publications, by key.")
class Publications(ListView):
    model = PublicationEntry
    filters = PublicationFilters


@describe_detail(PublicationAnswer, "A publication.")
class Publication(DetailView):
    model = PublicationEntry


@describe_list(ActorAnswer, ActorFilters, "Actors, by key.")
class Actors(ListView):
    model = ActorEntry
    filters = ActorFilters
    expansions = OF_ACTORS


@describe_detail(ActorAnswer, "An actor.")
class Actor(DetailView):
    model = ActorEntry


@describe_list(PlaceAnswer, PlaceFilters, "Places, by key.")
class Places(ListView):
    model = PlaceEntry
    filters = PlaceFilters
    expansions = OF_PLACES


@describe_detail(PlaceAnswer, "A place.")
class Place(DetailView):
    model = PlaceEntry


@describe_list(ConflictAnswer, ConflictFilters, "Conflicts, by key.")
class Conflicts(ListView):
    model = ConflictEntry
    filters = ConflictFilters


@describe_detail(ConflictAnswer, "A conflict.")
class Conflict(DetailView):
    model = ConflictEntry
