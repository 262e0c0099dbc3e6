"""Figures of incidents and their attacks, under one rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from django.db.models import F, QuerySet

from archive.columns import FIGURES, Document
from archive.models import FigureEntry, IncidentEntry
from archive.streams.export import RowExport, Some
from archive.streams.order import by_bytes
from archive.vocabulary import About, Rule

NUMBERS = ("measure", "population", "rule", "low", "best", "high", "open_above", "open_below")


class Figures(RowExport):
    """Every figure of the incidents that were found, in their order; of an incident, its own come first."""

    table = FIGURES
    model = IncidentEntry
    ordering = ("-position",)
    read = ("pk", "brief")

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    def count(self, found: QuerySet[Any]) -> int:
        return self._figures(found.order_by().values("pk")).count()

    def documents(self, some: Some) -> Iterable[Document]:
        briefs = {key: orjson.loads(brief) for key, brief in some}
        of_each: dict[str, list[Document]] = {key: [] for key in briefs}
        for incident, attack, *numbers in self._by_attack(list(briefs)):
            about = About.INCIDENT if attack is None else About.ATTACK
            figure = dict(zip(NUMBERS, numbers, strict=True)) | {"about": about.value, "attack": attack}
            of_each[incident].append(figure | {"incident": briefs[incident]})
        return [figure for figures in of_each.values() for figure in figures]

    def _by_attack(self, keys: Sequence[str]) -> QuerySet[Any, tuple[Any, ...]]:
        first = F("attack").asc(nulls_first=True)
        ordered = self._figures(keys).order_by(first, by_bytes("measure"), by_bytes("population"))
        return ordered.values_list("incident", "attack", *NUMBERS)

    def _figures(self, incidents: Any) -> QuerySet[FigureEntry]:
        return FigureEntry.objects.filter(rule=self.rule, incident__in=incidents)
