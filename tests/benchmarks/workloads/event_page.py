"""The page of an incident with 40 claims, 60 citations and 30 sources, asked for again and again."""

from __future__ import annotations

from collections.abc import Iterator

from archive.addresses import incident_path, slug_of
from tests.benchmarks.data import FORTY, id_of, record_of
from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage


def path_of(number: int) -> str:
    """The page of the record of this number."""
    return incident_path(id_of(number), slug_of(record_of(number).title))


def event_page(stage: Stage) -> Iterator[Contest]:
    page = path_of(1)
    answer = stage.answer(page)
    contenders = [
        *stage.floor(),
        stage.asked("archive", page),
        stage.asked("archive, packed", page, headers={"Accept-Encoding": "gzip"}),
        stage.asked("plain twin", f"/twin/incidents/{FORTY}/"),
        stage.in_datasette("Datasette", f"event?key={FORTY}"),
    ]
    targets = [
        Target("archive", "at least 0.6 of the empty view", "empty view", least=0.6),
        Target("archive", "at least 15 × the plain twin", "plain twin", least=15),
    ]
    if tag := answer.headers.get("ETag"):
        contenders.append(stage.asked("archive, 304", page, headers={"If-None-Match": tag}))
        targets.append(Target("archive, 304", "304: at least 0.8 of the empty view", "empty view", least=0.8))
    yield Contest("event page, 40 claims", Unit.RATE, "empty view", contenders, targets)
