"""A renamed source that 5,000 incidents cite: the request that asks for it, and how fast they follow."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.apart import taken, told
from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

MOST = 5_000


def renaming(stage: Stage) -> Iterator[Contest]:
    citing = min(stage.incidents // 2, MOST)
    found = told(stage.databases.beside("renamed"), "renaming", citing)
    asked = taken("the request", found["asked"])
    at_once = Target(asked.name, "the request returns within 100 ms", most=100)
    title = f"renaming a source of {citing:,} incidents"
    yield Contest(title, Unit.MILLISECONDS, asked.name, [asked], [at_once], at_most=len(found["asked"]))
    follow = taken("incidents that follow", found["renewed"])
    yield Contest(title, Unit.ROWS, follow.name, [follow], at_most=1)
