"""The filters of attacks and claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.filters.fields import DayFilter, KeysFilter, WordsFilter
from archive.filters.ranges import OrderedForm
from archive.filters.strict import Filters
from archive.models import ActorEntry, IncidentEntry, PlaceEntry, SourceEntry
from archive.vocabulary import (
    About,
    AttackType,
    Attribution,
    ClaimantKind,
    Property,
    Rank,
    TargetType,
    WeaponType,
)


class OwnAttackFilters(Filters):
    """What a list of one incident's attacks can be narrowed by."""

    place = KeysFilter(PlaceEntry, "At this place, or within it.")
    date_from = DayFilter("On or after this day, as far as its date, or else its incident's, tells.")
    date_to = DayFilter("On or before this day, as far as its date, or else its incident's, tells.")
    type = WordsFilter(AttackType, "Of this type.")
    target = WordsFilter(TargetType, "On this kind of target.")
    weapon = WordsFilter(WeaponType, "With this kind of weapon.")

    class Meta:
        form = OrderedForm

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = queryset.overlapping(asked["date_from"], asked["date_to"])
        queryset = queryset.of_kind(asked["type"], asked["target"], asked["weapon"])
        return queryset.for_place(*asked["place"]) if asked["place"] else queryset


class AttackFilters(OwnAttackFilters):
    """What a list of all attacks can be narrowed by."""

    incident = KeysFilter(IncidentEntry, "An attack of this incident.")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = super().narrow(queryset, asked)
        return queryset.filter(incident__in=asked["incident"]) if asked["incident"] else queryset


class OwnClaimFilters(Filters):
    """What a list of one incident's claims can be narrowed by."""

    property = WordsFilter(Property, "About this property.")
    about = WordsFilter(About, "About the incident, an attack, or the context.")
    claimant_kind = WordsFilter(ClaimantKind, "Said by this kind of claimant.")
    claimant = KeysFilter(ActorEntry, "Said by this actor.")
    actor = KeysFilter(ActorEntry, "Holds this actor responsible.")
    attribution = WordsFilter(Attribution, "Holds somebody responsible in this way.")
    source = KeysFilter(SourceEntry, "Cites this source.")
    rank = WordsFilter(Rank, "Of this rank.")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        columns = {f"{name}__in": values for name, values in asked.items() if values and name != "source"}
        queryset = queryset.filter(**columns)
        return queryset.for_source(*asked["source"]) if asked["source"] else queryset


class ClaimFilters(OwnClaimFilters):
    """What a list of all claims can be narrowed by."""

    incident = KeysFilter(IncidentEntry, "A claim of this incident.")
