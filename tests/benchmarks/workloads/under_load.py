"""How long readers of an event page wait while others search and somebody downloads everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

from tests.benchmarks.data import FORTY
from tests.benchmarks.loading import load, loading
from tests.benchmarks.measuring import Contender, Contest, Sample
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads.paths import page_of

SEARCHES = 8
SLOW = ["/incidents/?q=people+-convoy", "/incidents/?q=people+hospital", "/incidents/?q=convoy"]
EXPORT = ["/incidents.csv"]
TARGET = Target("busy", "p95 at most 2 × that of quiet", "quiet", most=2)


def under_load(stage: Stage) -> Iterator[Contest]:
    """On the threads that the archive is served with."""
    address, page = stage.server("threaded").address, page_of(FORTY)

    def waited() -> Sample:
        found = load(address, [page], seconds=stage.seconds)
        return Sample(found.p95_ms, found.p95_ms, found.bytes)

    contenders = [
        Contender("quiet", waited),
        Contender("busy", _while_busy(stage, address, waited)),
    ]
    yield Contest("event page while others search", Unit.MILLISECONDS, "quiet", contenders, [TARGET])


def _while_busy(stage: Stage, address: str, take: Callable[[], Sample]) -> Callable[[], Sample]:
    def busy() -> Sample:
        with ExitStack() as others:
            others.enter_context(loading(address, SLOW, connections=SEARCHES))
            others.enter_context(loading(address, EXPORT, connections=1))
            return take()

    return busy
