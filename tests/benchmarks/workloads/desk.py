"""Every page of a desk as large as the archive: lists, searches, choices and forms; and those of imports."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.apart import taken, told
from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

#: The page that holds nothing, by which noise is judged.
FLOOR = "nothing"
ROUNDS = 5


#: So many dataset rows there are at least: enough for each kind of row.
LEAST_ROWS = 10_000


def desk(stage: Stage) -> Iterator[Contest]:
    yield _pages(stage, "incidents", stage.incidents, "pages of the desk")


def import_pages(stage: Stage) -> Iterator[Contest]:
    yield _pages(stage, "imports", max(stage.incidents, LEAST_ROWS), "pages of imports")


def _pages(stage: Stage, what: str, rows: int, title: str) -> Contest:
    found = told(stage.databases.beside(what), "desk", what, rows, ROUNDS)
    contenders = [taken(name, page["samples"], page["queries"]) for name, page in found.items()]
    targets = [Target(name, f"{name}: at most 100 ms", most=100) for name in found if name != FLOOR]
    return Contest(title, Unit.MILLISECONDS, FLOOR, contenders, targets, at_most=ROUNDS)
