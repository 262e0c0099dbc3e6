"""Incidents narrowed to a decade, a year or a month, each step by a range of an indexed column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import Max, Min, QuerySet
from django.http import HttpRequest

from archive.wording import date_text
from incidents.models import Incident

PERIOD = re.compile(r"(\d{3})(?:(\d)(?:-(\d\d))?|X)")


def bounds_of(period: str) -> tuple[date, date] | None:
    """The first day of “202X”, “2024” or “2024-02”, and the first day after it; None for anything else."""
    match = PERIOD.fullmatch(period)
    if match is None:
        return None
    decade, year, month = match.groups()
    try:
        if month:
            first = date(int(decade + year), int(month), 1)
            return first, date(first.year + first.month // 12, first.month % 12 + 1, 1)
        first = date(int(decade + (year or "0")), 1, 1)
        return first, date(first.year + (1 if year else 10), 1, 1)
    except ValueError:
        return None


class WhenFilter(SimpleListFilter):
    """By the earliest day that the incident's date can mean."""

    title = "date"
    parameter_name = "when"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        chosen = request.GET.get(self.parameter_name, "")
        if bounds_of(chosen) is None:
            return [(decade, date_text(decade)) for decade in _decades()]
        return [(period, date_text(period)) for period in _around(chosen)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Incident]) -> QuerySet[Incident]:
        bounds = bounds_of(self.value() or "")
        if bounds is None:
            return queryset
        return queryset.filter(date_earliest__gte=bounds[0], date_earliest__lt=bounds[1])


def _decades() -> Iterator[str]:
    """The decades from the last to the first that any incident is dated in."""
    found = Incident.objects.aggregate(first=Min("date_earliest"), last=Max("date_earliest"))
    if found["first"] is not None:
        for decade in range(found["last"].year // 10, found["first"].year // 10 - 1, -1):
            yield f"{decade:03}X"


def _around(period: str) -> Iterator[str]:
    """The period itself, those that it lies within, and its parts."""
    yield f"{period[:3]}X"
    if period.endswith("X"):
        yield from (f"{period[:3]}{year}" for year in range(10))
        return
    yield period[:4]
    yield from (f"{period[:4]}-{month:02}" for month in range(1, 13))
