"""The filters of sources, publications, actors, places and conflicts: each of a column of its row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.filters.fields import InstantFilter, KeysFilter, LanguagesFilter, QueryFilter, WordsFilter
from archive.filters.strict import Filters
from archive.models import ActorEntry, PlaceEntry, PublicationEntry
from archive.vocabulary import ActorKind, PlaceKind, PublicationKind, SourceKind


class ColumnFilters(Filters):
    """Each parameter but these two is the column of that name."""

    q = QueryFilter("Has these words in one of its names or, of a source, in its title.")
    updated_since = InstantFilter(
        "The edition that it follows appeared since: a day, or a moment like 2024-02-07T18:30:00Z."
    )

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = queryset.named(asked["q"]) if asked["q"] else queryset
        if asked["updated_since"]:
            queryset = queryset.filter(edition__published_at__gte=asked["updated_since"])
        own = asked.keys() - ColumnFilters.base_filters.keys()
        return queryset.filter(**{f"{name}__in": asked[name] for name in sorted(own) if asked[name]})


class SourceFilters(ColumnFilters):
    kind = WordsFilter(SourceKind, "Of this kind.")
    publication = KeysFilter(PublicationEntry, "Issued by this publication.")
    language = LanguagesFilter("In this language, as the code en or ur.")


class PublicationFilters(ColumnFilters):
    kind = WordsFilter(PublicationKind, "Of this kind.")


class ActorFilters(ColumnFilters):
    kind = WordsFilter(ActorKind, "Of this kind.")
    part_of = KeysFilter(ActorEntry, "Directly part of this actor.")


class PlaceFilters(ColumnFilters):
    kind = WordsFilter(PlaceKind, "Of this kind.")
    parent = KeysFilter(PlaceEntry, "Directly within this place.")


class ConflictFilters(ColumnFilters):
    """Conflicts have nothing more to narrow by."""
