"""The filters of the API's list of incidents, and of the statistics of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.filters.fields import PeriodFilter, WordFilter, WordsFilter
from archive.filters.incidents import IncidentFilters
from archive.statistics import Grouping, Interval, Measure
from archive.vocabulary import Population


class DatedFilters(IncidentFilters):
    """By what is asked for so that a list holds the incidents of one group of the statistics."""

    period = PeriodFilter(
        "Its date lies within this year, month, week or day, like 2024, 2024-02, 2024-W06, 2024-02-07."
    )
    wider_than = WordFilter(Interval, "No single day, week, month or year holds its date, or it has none.")

    def narrow_by_facts(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        queryset = super().narrow_by_facts(queryset, asked)
        if asked["period"]:
            queryset = queryset.within(*asked["period"])
        return queryset.wider_than(asked["wider_than"]) if asked["wider_than"] else queryset


class StatisticsFilters(DatedFilters):
    """What incidents are counted, and how."""

    group_by = WordsFilter(
        Grouping,
        "What the incidents of a group have in common: one interval, one other thing, or both; type, target "
        "and weapon go together, of one attack. Without it, all are counted together.",
    )
    measure = WordsFilter(Measure, "Whom to count; without it the killed, and by publication nobody.")
    population = WordFilter(Population, "Among whom they are counted.", Population.ALL)

    def narrow(self, queryset: Any, asked: Mapping[str, Any]) -> Any:
        """By everything but the words, which are sought where incidents are counted."""
        return self.narrow_by_facts(queryset, asked)
