"""The filters of incidents and their editions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.filters.fields import (
    BoxFilter,
    DayFilter,
    FlagFilter,
    KeysFilter,
    NumberFilter,
    QueryFilter,
    WordFilter,
    WordsFilter,
)
from archive.filters.ranges import OrderedForm
from archive.filters.strict import Filters
from archive.models import (
    ActorEntry,
    ConflictEntry,
    IncidentEntry,
    PlaceEntry,
    PublicationEntry,
    SourceEntry,
)
from archive.vocabulary import (
    AttackType,
    Attribution,
    ChangeKind,
    Disputed,
    EditionKind,
    Located,
    Origins,
    Property,
    Rule,
    TargetType,
    WeaponType,
)


class IncidentFilters(Filters):
    """What a list of incidents can be narrowed by."""

    q = QueryFilter(
        "Holds these words somewhere: in its title, names, claims or prose, in any form and spelling. "
        "“Words in quotation marks” follow one another; -words are left out."
    )
    date_from = DayFilter("On or after this day, as far as its date tells; undated incidents are left out.")
    date_to = DayFilter("On or before this day, as far as its date tells; undated incidents are left out.")
    place = KeysFilter(PlaceEntry, "At this place, or within it.")
    bbox = BoxFilter(label="Located within this box of west,south,east,north, in degrees.")
    located = WordsFilter(Located, "Located so exactly; with a box: by the coordinates that lie within it.")
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
    source = KeysFilter(SourceEntry, "Cites this source.")
    publication = KeysFilter(PublicationEntry, "Cites a source issued by this publication.")
    disputed = WordsFilter(Disputed, "Sources in use give numbers that exclude one another.")
    origins = WordsFilter(Origins, "All that is said of it rests on so many independent sources.")
    conflict = KeysFilter(ConflictEntry, "Is part of this conflict.")
    type = WordsFilter(
        AttackType, "Has an attack of this type; type, target and weapon are sought in one attack."
    )
    target = WordsFilter(TargetType, "Has an attack on this kind of target.")
    weapon = WordsFilter(WeaponType, "Has an attack with this kind of weapon.")

    class Meta:
        form = OrderedForm

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = self.narrow_by_facts(queryset, asked)
        return queryset.matching(asked["q"]) if asked["q"] else queryset

    def narrow_by_facts(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        """By everything but the words."""
        queryset = queryset.overlapping(asked["date_from"], asked["date_to"])
        for name in ("place", "source", "publication", "conflict"):
            if asked[name]:
                queryset = getattr(queryset, f"for_{name}")(*asked[name])
        if asked["located"] or asked["bbox"]:
            queryset = queryset.located(*asked["located"], box=asked["bbox"] or None)
        if asked["disputed"]:
            queryset = queryset.disputed(*asked["disputed"])
        if asked["origins"]:
            queryset = queryset.resting_on(*asked["origins"])
        if asked["actor"] or asked["attribution"]:
            queryset = queryset.for_actor(*asked["actor"], attributions=asked["attribution"])
        if asked["type"] or asked["target"] or asked["weapon"]:
            queryset = queryset.with_attack(asked["type"], asked["target"], asked["weapon"])
        return self._with_figures(queryset, asked)

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


class OwnEditionFilters(Filters):
    """What a list of one incident's editions can be narrowed by."""

    kind = WordsFilter(EditionKind, "An edition of this kind.")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        return queryset.filter(**{f"{name}__in": values for name, values in asked.items() if values})


class EditionFilters(OwnEditionFilters):
    """What a list of all editions can be narrowed by."""

    incident = KeysFilter(IncidentEntry, "An edition of this incident.")


class ChangeFilters(Filters):
    """What the list of changes can be narrowed by."""

    after = NumberFilter("Later than the change with this sequence: the last one that is known already.")
    kind = WordsFilter(ChangeKind, "A change of this kind.")

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        rows = queryset.filter(pk__gt=asked["after"]) if asked["after"] else queryset
        return rows.filter(kind__in=asked["kind"]) if asked["kind"] else rows
