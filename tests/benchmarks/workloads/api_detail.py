"""The same incident as the API answers it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.data import FORTY
from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

TARGETS = [
    Target("archive", "at least 0.7 of the empty view", "empty view", least=0.7),
    Target("archive", "at least 0.7 of the bare view", "bare view", least=0.7),
]


def api_detail(stage: Stage) -> Iterator[Contest]:
    path = f"/api/v1/incidents/{FORTY}/"
    tag = stage.answer(path).headers["ETag"]
    contenders = [
        *stage.floor(),
        stage.asked("archive", path),
        stage.asked("archive, 304", path, headers={"If-None-Match": tag}),
        stage.asked("plain twin", f"/twin/api/incidents/{FORTY}/"),
        stage.in_datasette("Datasette", f"detail.json?key={FORTY}&_shape=array"),
    ]
    yield Contest("API detail, 40 claims", Unit.RATE, "empty view", contenders, TARGETS)
