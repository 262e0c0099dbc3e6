"""The page of an incident with 40 claims, 60 citations and 30 sources, asked for again and again."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.data import FORTY
from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads.paths import page_of, some_pages

#: So many pages are asked for in turn, which is more than one process keeps.
MANY = 1_000
TARGETS = [
    Target("archive", "at least 0.6 of the empty view", "empty view", least=0.6),
    Target("archive", "at least 0.6 of the bare view", "bare view", least=0.6),
    Target("archive", "at least 15 × the plain twin", "plain twin", least=15),
    Target("archive, 304", "304: at least 0.8 of the empty view", "empty view", least=0.8),
]


def event_page(stage: Stage) -> Iterator[Contest]:
    page = page_of(FORTY)
    # Whoever is given no tag asks with another one, and gets the whole page again.
    tag = stage.answer(page).headers.get("ETag", '"none"')
    contenders = [
        *stage.floor(),
        stage.asked("archive", page),
        stage.asked("archive, 304", page, headers={"If-None-Match": tag}),
        stage.asked("archive, packed", page, headers={"Accept-Encoding": "gzip"}),
        stage.asked("archive, pages of 5 claims in turn", *some_pages(MANY)),
        stage.asked("plain twin", f"/twin/incidents/{FORTY}/"),
        stage.in_datasette("Datasette", f"event?key={FORTY}"),
    ]
    yield Contest("event page, 40 claims", Unit.RATE, "empty view", contenders, TARGETS)
