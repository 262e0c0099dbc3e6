"""Event pages that nobody asked for before: what it takes to make them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.data import FORTY, THOUSANDS
from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads.paths import page_of, some_pages

TARGETS = [
    Target("40 claims", "40 claims: at most 5 ms", most=5),
    Target("2,000 claims", "2,000 claims: at most 60 ms", most=60),
]


def first_render(stage: Stage) -> Iterator[Contest]:
    unit = Unit.MILLISECONDS
    contenders = [
        *stage.floor(unit, on="fresh"),
        stage.asked("5 claims", *some_pages(100), unit=unit, on="fresh"),
        stage.asked("40 claims", page_of(FORTY), unit=unit, on="fresh"),
        stage.asked("2,000 claims", page_of(THOUSANDS), unit=unit, on="fresh"),
        stage.asked("plain twin, 40 claims", f"/twin/incidents/{FORTY}/", unit=unit, on="fresh"),
        stage.asked("plain twin, 2,000 claims", f"/twin/incidents/{THOUSANDS}/", unit=unit, on="fresh"),
    ]
    yield Contest("event page, first render", unit, "empty view", contenders, TARGETS)
