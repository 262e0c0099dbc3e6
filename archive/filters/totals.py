"""How many incidents are asked for, when they happened, and how many people were killed in each period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Max, Min, Q, Sum
from django.db.models.functions import Substr

from archive.filters.narrowing import Narrowing
from archive.models import IncidentGist
from archive.timeline import LENGTHS, Period
from archive.vocabulary import Unit

#: In which units an incident may lie that is shown by this one.
WITHIN = {
    Unit.DAY: [Unit.DAY],
    Unit.MONTH: [Unit.DAY, Unit.MONTH],
    Unit.YEAR: [Unit.DAY, Unit.MONTH, Unit.YEAR],
}


class Totals(NamedTuple):
    """All incidents, and the first days of the first and of the last of those that a single year holds."""

    incidents: int
    first: date | None
    last: date | None


class Tally(NamedTuple):
    """The incidents of a period, the people killed as far as numbers are stated, and how many are open."""

    name: str
    incidents: int
    killed_low: int
    killed_high: int
    open_above: int


def totals(narrowing: Narrowing) -> Totals:
    """One query."""
    gists = narrowing.among(IncidentGist.objects.all())
    dated = ~Q(day="")
    found = gists.aggregate(
        incidents=Count("pk"), first=Min("day", filter=dated), last=Max("day", filter=dated)
    )
    return Totals(found["incidents"], _day(found["first"]), _day(found["last"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def tallies(narrowing: Narrowing, periods: Sequence[Period]) -> Sequence[Tally]:
    """What happened in each of these periods, of one unit and in order; those without incidents are left out.

    One query.
    """
    unit = periods[0].unit
    rows = narrowing.among(IncidentGist.objects.filter(unit__in=WITHIN[unit]))
    rows = rows.filter(day__gte=periods[0].first.isoformat(), day__lte=periods[-1].last.isoformat())
    by_period = rows.values(period=Substr("day", 1, LENGTHS[unit])).annotate(
        incidents=Count("pk"),
        low=Sum("killed_low", default=0),
        high=Sum("killed_high", default=0),
        is_open=Count("pk", filter=Q(killed_open=True, killed_high__isnull=False)),
    )
    columns = ("period", "incidents", "low", "high", "is_open")
    return [Tally(*row) for row in by_period.order_by("period").values_list(*columns)]
