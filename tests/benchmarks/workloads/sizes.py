"""What does not grow with the archive: the same addresses at this size and at the smallest."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.data import FORTY
from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads.api_list import SIMPLE
from tests.benchmarks.workloads.paths import page_of


def sizes(stage: Stage) -> Iterator[Contest]:
    paths = {
        "event page": page_of(FORTY),
        "API detail": f"/api/v1/incidents/{FORTY}/",
        "API list": "/api/v1/incidents/",
        "API list of a country": f"/api/v1/incidents/?{SIMPLE}",
        "claims of an incident": f"/api/v1/incidents/{FORTY}/claims/",
        "page of an actor": "/actors/group-2/",
        "page of a publication": "/publications/paper-1/",
        "index of places": "/places/",
        "feed of what is new": "/feeds/new.atom",
    }
    yield from (_contest(stage, name, path) for name, path in paths.items())


def _contest(stage: Stage, name: str, path: str) -> Contest:
    unit = Unit.MILLISECONDS
    here, there = f"{stage.databases.size} incidents", f"{stage.small.size} incidents, beside"
    contenders = [
        *stage.floor(unit, on="fresh"),
        stage.asked(here, path, unit=unit, on="fresh"),
        stage.asked(there, path, unit=unit, on="small"),
    ]
    target = Target(here, f"at most 1.1 × {stage.small.size}", there, most=1.1)
    return Contest(f"{name}, whatever the size", unit, "empty view", contenders, [target])
