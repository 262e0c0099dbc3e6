"""Fifty incidents with everything in them, of a country and some years."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

DAYS = "date_from=2005-01-01&date_to=2019-12-31"
WHOLE = "expand=attacks,claims,sources,publications,actors,places"
SIMPLE = f"place=country-1&{DAYS}"
TARGETS = [
    Target("archive, whole", "at least 0.3 of the empty view", "empty view", least=0.3),
    Target("archive, whole", "at least 0.3 of the bare view", "bare view", least=0.3),
    Target("archive, whole", "at least 15 × the plain twin", "plain twin", least=15),
    Target("archive, whole", "at least 5 × Datasette", "Datasette", least=5),
]


def api_list(stage: Stage) -> Iterator[Contest]:
    whole, twin = f"/api/v1/incidents/?{SIMPLE}&{WHOLE}", f"/twin/api/incidents/?country=country-1&{DAYS}"
    if (ours := _ids(stage, whole, "id")) != (theirs := _ids(stage, twin, "key")):
        raise RuntimeError(f"The twin answers with other incidents: {ours} and {theirs}")
    contenders = [
        *stage.floor(),
        stage.asked("archive, whole", whole),
        stage.asked("archive, in brief", f"/api/v1/incidents/?{SIMPLE}"),
        stage.asked("plain twin", twin),
        stage.in_datasette("Datasette", f"list.json?country=country-1&{DAYS}&_shape=array"),
    ]
    yield Contest("API list, 50 whole incidents", Unit.RATE, "empty view", contenders, TARGETS)


def _ids(stage: Stage, path: str, name: str) -> list[str]:
    return [one[name] for one in stage.answer(path).json()["results"]]
