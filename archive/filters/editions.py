"""The filters of editions and changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.filters.fields import InstantFilter, KeysFilter, NumberFilter, WordsFilter
from archive.filters.strict import Filters
from archive.models import IncidentEntry
from archive.vocabulary import ChangeKind, EditionKind


class OwnEditionFilters(Filters):
    """What a list of one incident's editions can be narrowed by."""

    kind = WordsFilter(EditionKind, "An edition of this kind.")
    updated_since = InstantFilter("Published since: a day, or a moment like 2024-02-07T18:30:00Z.")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        since = asked["updated_since"]
        queryset = queryset.filter(published_at__gte=since) if since else queryset
        return queryset.filter(kind__in=asked["kind"]) if asked["kind"] else queryset


class EditionFilters(OwnEditionFilters):
    """What a list of all editions can be narrowed by."""

    incident = KeysFilter(IncidentEntry, "An edition of this incident.")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = super().narrow(queryset, asked)
        return queryset.filter(incident__in=asked["incident"]) if asked["incident"] else queryset


class ChangeFilters(Filters):
    """What the list of changes can be narrowed by."""

    after = NumberFilter("Later than the change with this sequence: the last one that is known already.")
    kind = WordsFilter(ChangeKind, "A change of this kind.")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        rows = queryset.filter(pk__gt=asked["after"]) if asked["after"] else queryset
        return rows.filter(kind__in=asked["kind"]) if asked["kind"] else rows
