"""Running workloads one after another, on servers that end with them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.benchmarks import serving
from tests.benchmarks.databases import Databases
from tests.benchmarks.measuring import measured
from tests.benchmarks.report import Comparison
from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads import WORKLOADS


def run(
    databases: Databases, small: Databases, names: Sequence[str], *, rounds: int, seconds: float
) -> list[Comparison]:
    """What came of these workloads, or of all."""
    if unknown := [name for name in names if name not in WORKLOADS]:
        sys.exit(f"There is no workload “{unknown[0]}”; there are: {', '.join(WORKLOADS)}.")
    serving.collect_static(databases)
    stage = Stage(databases, small, seconds)
    found: list[Comparison] = []
    with serving.stopped_at_the_end(stage.servers):
        for name in names or WORKLOADS:
            for contest in WORKLOADS[name](stage):
                print(f"{contest.title} …", file=sys.stderr, flush=True)  # noqa: T201
                found.append(measured(name, contest, rounds))
    return found
