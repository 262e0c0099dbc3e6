"""Making the catalogue anew, for as many incidents as fit into some seconds."""

from __future__ import annotations

import time
from collections.abc import Iterator

from archive import catalogue
from archive.models import Edition
from archive.record import read_record
from tests.benchmarks.measuring import Contender, Contest, Sample
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

#: So many incidents are read alone.
READ = 500


class _Enough(Exception):
    """The time is over; whatever was reindexed stays so."""


def reindexing(stage: Stage) -> Iterator[Contest]:
    contenders = [
        Contender("reading the records", _read),
        Contender("reindex", lambda: _reindexed(stage.seconds * 3)),
    ]
    targets = [Target("reindex", "at least 5,000 incidents/s", least=5_000)]
    yield Contest("reindex", Unit.ROWS, "reading the records", contenders, targets)


def _read() -> Sample:
    began = time.perf_counter()
    texts = Edition.objects.order_by("pk").values_list("text", flat=True)[2 : READ + 2]
    done = [read_record(text) for text in texts]
    return Sample(len(done) / (time.perf_counter() - began))


def _reindexed(seconds: float) -> Sample:
    """Incidents in a second, once it has begun."""
    times: list[float] = []
    numbers: list[int] = []

    def progress(done: int, of: int) -> None:
        times.append(time.perf_counter())
        numbers.append(done)
        if times[-1] - times[0] > seconds:
            raise _Enough

    try:
        with catalogue.composing_apart():
            for _ in catalogue.reindex(progress):
                pass
    except _Enough:
        pass
    return Sample((numbers[-1] - numbers[0]) / (times[-1] - times[0]))
