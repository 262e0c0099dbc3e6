"""Making the catalogue anew, for as many incidents as fit into some seconds, and the search alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import orjson

from archive import catalogue
from archive.catalogue.rebuild import Progress
from archive.collecting import collecting_later
from archive.models import Edition, IncidentEntry
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
        Contender("reindex", lambda: _reindexed(_whole, stage.seconds * 3)),
    ]
    targets = [Target("reindex", "at least 5,000 incidents/s", least=5_000)]
    yield Contest("reindex", Unit.ROWS, "reading the records", contenders, targets)
    yield _of_the_search(stage)


def _of_the_search(stage: Stage) -> Contest:
    """The answers are what it reads: nobody makes it faster than reading them takes."""
    contenders = [
        Contender("reading the answers", _read_answers),
        Contender("reindex --search", lambda: _reindexed(catalogue.reindex_search, stage.seconds * 3)),
    ]
    targets = [
        Target("reindex --search", "at least 5,000 incidents/s", least=5_000),
        Target("reindex --search", "at least 1/4 of reading the answers", "reading the answers", least=1 / 4),
    ]
    return Contest("reindex --search", Unit.ROWS, "reading the answers", contenders, targets)


def _read_answers() -> Sample:
    began = time.perf_counter()
    texts = IncidentEntry.objects.order_by("pk").values_list("body", flat=True)[:READ]
    with collecting_later():
        done = [orjson.loads(text) for text in texts]
    return Sample(len(done) / (time.perf_counter() - began))


def _whole(progress: Progress) -> Iterator[object]:
    with catalogue.composing_apart():
        yield from catalogue.reindex(progress)


def _read() -> Sample:
    began = time.perf_counter()
    texts = Edition.objects.order_by("pk").values_list("text", flat=True)[2 : READ + 2]
    done = [read_record(text) for text in texts]
    return Sample(len(done) / (time.perf_counter() - began))


def _reindexed(reindex: Callable[[Progress], Iterator[object]], seconds: float) -> Sample:
    """Incidents in a second, once it has begun."""
    times: list[float] = []
    numbers: list[int] = []

    def progress(done: int, of: int) -> None:
        times.append(time.perf_counter())
        numbers.append(done)
        if times[-1] - times[0] > seconds:
            raise _Enough

    try:
        for _ in reindex(progress):
            pass
    except _Enough:
        pass
    return Sample((numbers[-1] - numbers[0]) / (times[-1] - times[0]))
