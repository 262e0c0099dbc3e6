"""What a worker holds after all that was asked before."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measuring import Contender, Contest, Sample
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

#: Those that serve as the archive is served.
SERVERS = ("site", "threaded")


def memory(stage: Stage) -> Iterator[Contest]:
    contenders = [_held(stage, name) for name in SERVERS]
    targets = [Target(name, f"{name}: at most 150 MB", most=150) for name in SERVERS]
    yield Contest("memory of a worker", Unit.MEGABYTES, SERVERS[0], contenders, targets, at_most=1)


def _held(stage: Stage, name: str) -> Contender:
    server = stage.server(name)
    return Contender(name, lambda: Sample(max(server.memory_of_each().values())))
