"""The same list narrowed by what its incidents' claims say, beside the simple filter."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads.api_list import DAYS, SIMPLE

NARROWED = {
    "actor, attribution, killed": "actor=group-1&attribution=attributed&killed_min=2",
    "claims of officials": "claimant_kind=official",
    "type and target": "type=bombing&target=military",
    "sources disagree": "disputed=killed",
}


def api_filters(stage: Stage) -> Iterator[Contest]:
    unit = Unit.MILLISECONDS
    simple = stage.asked("country and dates", f"/api/v1/incidents/?{SIMPLE}", unit=unit)
    narrowed = [
        stage.asked(name, f"/api/v1/incidents/?{asked}&{DAYS}", unit=unit) for name, asked in NARROWED.items()
    ]
    others = [
        stage.asked("claims of a property", "/api/v1/claims/?property=killed", unit=unit),
        stage.asked("claims on an actor", "/api/v1/claims/?actor=group-1", unit=unit),
        stage.asked("plain twin", "/twin/api/incidents/?actor=group-1&killed_min=2&" + DAYS, unit=unit),
    ]
    targets = [
        Target(name, f"{name}: at most 1.5 × the simple filter", simple.name, most=1.5) for name in NARROWED
    ]
    contenders = [*stage.floor(unit), simple, *narrowed, *others]
    yield Contest("API list by other filters", unit, "empty view", contenders, targets)
