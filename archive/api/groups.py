"""Groups of incidents as the answer about statistics tells of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Model

from archive import addresses
from archive.answers import Entity, GroupAnswer, PeriodAnswer, SumAnswer, TotalAnswer
from archive.filters import Gathered, Sums
from archive.models import ActorEntry, PlaceEntry, PublicationEntry
from archive.statistics import LEVELS, Grouping, Measure, Question, standing, traced

#: Of a grouping by entities: the answer's field, the list that holds them, and their rows.
ENTITIES: Mapping[Grouping, tuple[str, str, type[Model]]] = {
    **dict.fromkeys(LEVELS, ("place", "places", PlaceEntry)),
    Grouping.ACTOR: ("actor", "actors", ActorEntry),
    Grouping.PUBLICATION: ("publication", "publications", PublicationEntry),
}


def named(question: Question, found: Sequence[Gathered]) -> Mapping[str, str]:
    """The names of the entities that the groups have in common, by key. At most one query."""
    if not question.by or question.by[0] not in ENTITIES:
        return {}
    _, _, model = ENTITIES[question.by[0]]
    keys = {one.values[0] for one in found}
    return dict(model._default_manager.filter(pk__in=keys).values_list("pk", "name"))


@dataclass(frozen=True, slots=True)
class Telling:
    """`asked`: the filters; `names`: of the entities that groups have in common."""

    question: Question
    asked: Mapping[str, Sequence[str]]
    names: Mapping[str, str]

    def group(self, found: Gathered) -> GroupAnswer:
        parameters = traced(self.asked, self.question, found.period, found.values)
        common: dict[str, Any] = dict.fromkeys(GroupAnswer.model_fields)
        common |= self._sums(found) | self._common(found.values)
        common |= {"period": self._period(found), "incidents_url": parameters and _list(parameters)}
        return GroupAnswer(**common)

    def total(self, found: Gathered) -> TotalAnswer:
        return TotalAnswer(**self._sums(found), incidents_url=_list(self.asked))

    def _sums(self, found: Gathered) -> dict[str, Any]:
        sums = zip(self.question.measures, found.sums, strict=True)
        told = {str(measure): _sum(one, found.incidents) for measure, one in sums}
        return {"incidents": found.incidents, **dict.fromkeys(map(str, Measure)), **told}

    def _common(self, values: Sequence[str]) -> dict[str, Any]:
        by = self.question.by
        if not by or by[0] not in ENTITIES:
            return {str(trait): value or None for trait, value in zip(by, values, strict=True)}
        field, listed, _ = ENTITIES[by[0]]
        key, *attribution = values
        told = {field: self._entity(listed, key) if key else None}
        return told | ({"attribution": attribution[0] or None} if attribution else {})

    def _entity(self, listed: str, key: str) -> Entity:
        return Entity(
            key=key,
            name=self.names.get(key, key),
            api_url=_at(addresses.api_entity_path(listed, key)),
            page_url=_at(addresses.entity_path(listed, key)),
        )

    def _period(self, found: Gathered) -> PeriodAnswer | None:
        if self.question.interval is None:
            return None
        where = standing(found.period, self.question.interval)
        return PeriodAnswer(name=where.period, within=where.within, reason=where.reason)


def _sum(sums: Sums, incidents: int) -> SumAnswer:
    return SumAnswer(**sums._asdict(), without_number=incidents - sums.records)


def _list(parameters: Mapping[str, Sequence[str]]) -> str:
    """The list of incidents that is asked for with these parameters."""
    query = urlencode({name: values for name, values in parameters.items() if values}, doseq=True)
    return _at(addresses.api_list_path("incidents") + (f"?{query}" if query else ""))


def _at(path: str) -> str:
    return addresses.absolute(path, settings.SITE_URL)
