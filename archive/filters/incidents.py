"""The filters of incidents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.filters.fields import (
    DayFilter,
    FlagFilter,
    InstantFilter,
    KeysFilter,
    LanguagesFilter,
    NumberFilter,
    QueryFilter,
    WordFilter,
    WordsFilter,
)
from archive.filters.geographic import BoxFilter, KilometresFilter, PointFilter
from archive.filters.ranges import OrderedForm
from archive.filters.strict import Filters
from archive.maps import Vicinity
from archive.models import ActorEntry, ConflictEntry, PlaceEntry, PublicationEntry, SourceEntry
from archive.vocabulary import (
    AttackType,
    Attribution,
    ClaimantKind,
    Disputed,
    Doubt,
    EditionKind,
    Located,
    Origins,
    Property,
    Rule,
    TargetType,
    WeaponType,
)

#: Parameters with several values, each with what chooses the incidents of any of them.
CHOSEN = {
    "place": "for_place",
    "source": "for_source",
    "publication": "for_publication",
    "language": "in_language",
    "conflict": "for_conflict",
    "disputed": "disputed",
    "finding": "with_finding",
    "origins": "resting_on",
    "claimant_kind": "said_by",
    "edition_kind": "at_edition",
}


class IncidentFilters(Filters):
    """What a list of incidents can be narrowed by."""

    q = QueryFilter(
        "Holds these words somewhere: in its title, names, claims or prose, in any form and spelling. "
        "“Words in quotation marks” follow one another; -words are left out."
    )
    date_from = DayFilter("On or after this day, as far as its date tells; undated incidents are left out.")
    date_to = DayFilter("On or before this day, as far as its date tells; undated incidents are left out.")
    updated_since = InstantFilter(
        "An edition of it that changed more than names appeared since: a day, or a moment like "
        "2024-02-07T18:30:00Z."
    )
    place = KeysFilter(PlaceEntry, "At this place, or within it.")
    bbox = BoxFilter("Located within this box of west,south,east,north, in degrees.")
    near = PointFilter("Located near this point of latitude,longitude, in degrees: see within_km.")
    within_km = KilometresFilter("Located within so many kilometres of “near”, over the earth's surface.")
    located = WordsFilter(
        Located, "Located so exactly; with a box or a point: by the coordinates that lie there."
    )
    actor = KeysFilter(ActorEntry, "Names this actor, or a part of it.")
    attribution = WordsFilter(
        Attribution, "Holds somebody responsible in this way; with an actor: that actor, in this way."
    )
    killed_min = NumberFilter("The figure of the killed may be this or more.")
    killed_max = NumberFilter("The figure of the killed may be this or less.")
    injured_min = NumberFilter("The figure of the injured may be this or more.")
    injured_max = NumberFilter("The figure of the injured may be this or less.")
    rule = WordFilter(Rule, "The rule under which the figures are computed.", Rule.ARCHIVE)
    certain = FlagFilter("The whole of each figure must lie within the bounds.")
    claimant_kind = WordsFilter(ClaimantKind, "Something is said of it by this kind of claimant.")
    source = KeysFilter(SourceEntry, "Cites this source.")
    publication = KeysFilter(PublicationEntry, "Cites a source issued by this publication.")
    language = LanguagesFilter("Cites a source in this language, as the code en or ur.")
    disputed = WordsFilter(Disputed, "Sources in use give numbers that exclude one another.")
    finding = WordsFilter(Doubt, "The audit finds this among its claims.")
    origins = WordsFilter(Origins, "All that is said of it rests on so many independent sources.")
    origins_min = NumberFilter("All that is said of it rests on so many independent sources, or more.")
    conflict = KeysFilter(ConflictEntry, "Is part of this conflict.")
    type = WordsFilter(
        AttackType, "Has an attack of this type; type, target and weapon are sought in one attack."
    )
    target = WordsFilter(TargetType, "Has an attack on this kind of target.")
    weapon = WordsFilter(WeaponType, "Has an attack with this kind of weapon.")
    edition_kind = WordsFilter(EditionKind, "Its newest edition is of this kind.")

    class Meta:
        form = OrderedForm

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = self.narrow_by_facts(queryset, asked)
        return queryset.matching(asked["q"]) if asked["q"] else queryset

    def narrow_by_facts(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        """By everything but the words."""
        queryset = queryset.overlapping(asked["date_from"], asked["date_to"])
        for name, method in CHOSEN.items():
            if asked[name]:
                queryset = getattr(queryset, method)(*asked[name])
        if asked["updated_since"]:
            queryset = queryset.updated_since(asked["updated_since"])
        if asked["origins_min"]:
            queryset = queryset.resting_on_at_least(asked["origins_min"])
        queryset = self._with_attacks(self._with_actors(queryset, asked), asked)
        return self._with_figures(self._located(queryset, asked), asked)

    def _located(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        vicinity = vicinity_of(asked)
        if asked["located"] or asked["bbox"] or vicinity:
            return queryset.located(*asked["located"], box=asked["bbox"] or None, vicinity=vicinity)
        return queryset

    def _with_actors(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        if asked["actor"] or asked["attribution"]:
            return queryset.for_actor(*asked["actor"], attributions=asked["attribution"])
        return queryset

    def _with_attacks(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        if asked["type"] or asked["target"] or asked["weapon"]:
            return queryset.with_attack(asked["type"], asked["target"], asked["weapon"])
        return queryset

    def _with_figures(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        weighed = {"rule": asked["rule"], "certain": asked["certain"]}
        for measure in (Property.KILLED, Property.INJURED):
            least, most = asked[f"{measure}_min"], asked[f"{measure}_max"]
            if least is not None or most is not None:
                queryset = queryset.with_figure(measure, least, most, **weighed)
        return queryset


class FactFilters(IncidentFilters):
    """The same for who ranks the incidents by the words of `q` and so narrows them by these as well."""

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        return self.narrow_by_facts(queryset, asked)


class OwnFigureFilters(Filters):
    """What the figures of one incident can be chosen by."""

    rule = WordFilter(Rule, "The rule under which the figures are computed.", Rule.ARCHIVE)

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        """The rule chooses among figures, and leaves no incident out."""
        return queryset


def vicinity_of(asked: Mapping[str, Any]) -> Vicinity | None:
    """What is near the point that is asked for."""
    return Vicinity(asked["near"], asked["within_km"]) if asked["near"] else None
