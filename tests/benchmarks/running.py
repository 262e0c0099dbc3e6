"""Running workloads one after another, on servers that end with them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.benchmarks import serving
from tests.benchmarks.databases import Databases
from tests.benchmarks.measuring import measured
from tests.benchmarks.report import Comparison
from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads.listed import WORKLOADS


@contextmanager
def staged(databases: Databases, small: Databases, seconds: float) -> Iterator[Stage]:
    """A stage whose servers are stopped at the end, however it ends."""
    serving.collect_static(databases)
    stage = Stage(databases, small, seconds)
    try:
        yield stage
    finally:
        for server in stage.servers.values():
            server.stop()


def run(stage: Stage, names: Sequence[str], rounds: int) -> Iterator[Comparison]:
    """What came of these workloads, or of all, as soon as it is known."""
    for name in names or WORKLOADS:
        for contest in WORKLOADS[name](stage):
            print(f"{contest.title} …", file=sys.stderr, flush=True)  # noqa: T201
            yield measured(name, contest, rounds)


def refuse_unknown(names: Sequence[str]) -> None:
    """End the process where one of these is no workload."""
    if unknown := [name for name in names if name not in WORKLOADS]:
        sys.exit(f"There is no workload “{unknown[0]}”; there are: {', '.join(WORKLOADS)}.")
