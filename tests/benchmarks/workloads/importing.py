"""Importing and publishing a dataset, beside reading it and beside storing the same rows by COPY."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.apart import taken, told
from tests.benchmarks.measuring import Contest
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

#: More rows than this take hours and tell nothing new.
MOST = 500_000
WHOLE, COPY, READ = "import and publish", "stored by COPY", "csv.reader"


def importing(stage: Stage) -> Iterator[Contest]:
    found = told(stage.databases.beside("imported"), "importing", min(stage.incidents, MOST))
    contenders = [taken(name, found[name]) for name in (READ, COPY, WHOLE)]
    target = Target(WHOLE, "at least a quarter of COPY", COPY, least=0.25)
    yield Contest("import and publish", Unit.ROWS, READ, contenders, [target], at_most=len(found[READ]))
    if len(stretches := found["stretches"]) > 1:
        ends = [taken("first 10,000 rows", stretches[:1]), taken("last 10,000 rows", stretches[-1:])]
        flat = Target(ends[1].name, "at most 1.1 × the first", ends[0].name, most=1.1)
        title = "a row of an import, in processors"
        yield Contest(title, Unit.PROCESSORS, ends[0].name, ends, [flat], at_most=1)
