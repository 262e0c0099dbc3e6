"""What a list of very many incidents can be narrowed by further, counted."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import QueryDict

from archive.filters import FactFilters, Narrowing, filtered, totals
from archive.models import IncidentEntry
from archive.pages.facets import facets as counted
from archive.pages.timeline import timeline
from tests.benchmarks.measuring import Contest, timed
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

#: What half of the incidents are.
HALF = "type=bombing"
TARGETS = [Target("facets", "facets of half of all: at most 50 ms", most=50)]


def facets(stage: Stage) -> Iterator[Contest]:
    unit = Unit.MILLISECONDS
    contenders = [
        *stage.floor(unit),
        timed("facets", lambda: counted(QueryDict(HALF), _narrowing())),
        timed("timeline", lambda: timeline(QueryDict(HALF), _narrowing(), totals(_narrowing()))),
        stage.asked("page, first time", f"/incidents/?{HALF}", unit=unit, on="fresh"),
        stage.asked("page, again", f"/incidents/?{HALF}", unit=unit),
    ]
    yield Contest("facets on half of all", unit, "empty view", contenders, TARGETS)


def _narrowing() -> Narrowing:
    """What was asked; it is never used twice, for it keeps what it found."""
    _, form = filtered(IncidentEntry.objects.published(), QueryDict(HALF), FactFilters, blanks=True)
    return Narrowing(form.cleaned_data)
