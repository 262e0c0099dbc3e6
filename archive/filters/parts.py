"""The filters of attacks, claims and citations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.filters.fields import DayFilter, InstantFilter, KeysFilter, LanguagesFilter, WordsFilter
from archive.filters.ranges import OrderedForm
from archive.filters.strict import Filters
from archive.models import ActorEntry, IncidentEntry, PlaceEntry, PublicationEntry, SourceEntry
from archive.vocabulary import (
    About,
    AttackType,
    Attribution,
    ClaimantKind,
    Property,
    Rank,
    Stance,
    TargetType,
    WeaponType,
)

UPDATED_SINCE = (
    "An edition of its incident that changed more than names appeared since: a day, or a moment like "
    "2024-02-07T18:30:00Z."
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
    updated_since = InstantFilter(UPDATED_SINCE)

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        return super().narrow(_of_incidents(queryset, asked), asked)


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

    COLUMNS = ("property", "about", "claimant_kind", "claimant", "actor", "attribution", "rank")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = queryset.filter(**_columns(asked, self.COLUMNS))
        return queryset.for_source(*asked["source"]) if asked["source"] else queryset


class ClaimFilters(OwnClaimFilters):
    """What a list of all claims can be narrowed by."""

    incident = KeysFilter(IncidentEntry, "A claim of this incident.")
    updated_since = InstantFilter(UPDATED_SINCE)

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        return super().narrow(_of_incidents(queryset, asked), asked)


class OwnCitationFilters(Filters):
    """What a list of one claim's citations can be narrowed by."""

    source = KeysFilter(SourceEntry, "Of this source.")
    publication = KeysFilter(PublicationEntry, "Of a source issued by this publication.")
    language = LanguagesFilter("Of a source in this language, as the code en or ur.")
    stance = WordsFilter(Stance, "The source supports the claim, or disputes it.")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = queryset.filter(**_columns(asked, ("source", "stance")))
        of_sources = _columns(asked, ("publication", "language"))
        return queryset.of_source(**of_sources) if of_sources else queryset


class CitationFilters(OwnCitationFilters):
    """What a list of all citations can be narrowed by."""

    incident = KeysFilter(IncidentEntry, "Of a claim of this incident.")
    updated_since = InstantFilter(UPDATED_SINCE)
    property = WordsFilter(Property, "Of a claim about this property.")
    about = WordsFilter(About, "Of a claim about the incident, an attack, or the context.")
    claimant_kind = WordsFilter(ClaimantKind, "Of something said by this kind of claimant.")
    claimant = KeysFilter(ActorEntry, "Of something said by this actor.")
    rank = WordsFilter(Rank, "Of a claim of this rank.")

    OF_CLAIMS = ("property", "about", "claimant_kind", "claimant", "rank")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = queryset.filter(**_columns(asked, self.OF_CLAIMS, "claim__"))
        return super().narrow(_of_incidents(queryset, asked, "claim__"), asked)


def _of_incidents(queryset: Any, asked: Mapping[str, Any], path: str = "") -> Any:
    """Those of the incidents that are asked for, and whose incidents changed since; `path` leads to them."""
    if asked["updated_since"]:
        queryset = queryset.filter(**{f"{path}incident__updated_at__gte": asked["updated_since"]})
    return queryset.filter(**_columns(asked, ("incident",), path))


def _columns(asked: Mapping[str, Any], names: tuple[str, ...], path: str = "") -> dict[str, Any]:
    """Conditions on the columns of these names, for those that are asked for; any of the values will do."""
    return {f"{path}{name}__in": asked[name] for name in names if asked[name]}
