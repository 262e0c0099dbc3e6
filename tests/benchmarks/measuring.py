"""Contenders measured in turn, round after round, so that whatever the machine does else meets all alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, NamedTuple

from tests.benchmarks.loading import load, wait
from tests.benchmarks.report import Comparison, Series, Target, Unit


class Sample(NamedTuple):
    figure: float
    p95_ms: float | None = None
    bytes: int | None = None


@dataclass(frozen=True)
class Contender:
    """One of those that are compared. `take`: measures it once. `queries`: of one request.

    `work`: does once in this process what is measured, for a profile; nothing where others do it.
    """

    name: str
    take: Callable[[], Sample]
    queries: int | None = None
    work: Callable[[], Any] | None = None


@dataclass(frozen=True)
class Contest:
    """What is to be measured side by side; the floor is the contender of that name.

    `at_most`: in so many rounds, for what takes very long.
    """

    title: str
    unit: Unit
    floor: str
    contenders: Sequence[Contender]
    targets: Sequence[Target] = field(default=())
    at_most: int | None = None


def measured(workload: str, contest: Contest, rounds: int) -> Comparison:
    """Each contender once in every round, and once before them, which does not count.

    What takes very long is measured from the first time on.
    """
    taken: dict[str, list[Sample]] = {contender.name: [] for contender in contest.contenders}
    rounds = rounds if contest.at_most is None else min(rounds, contest.at_most)
    for number in range(rounds if contest.at_most else rounds + 1):
        for contender in contest.contenders:
            sample = contender.take()
            taken[contender.name] += [sample] if number or contest.at_most else []
    series = tuple(_series(contender, taken[contender.name]) for contender in contest.contenders)
    return Comparison(workload, contest.title, contest.unit, contest.floor, series, tuple(contest.targets))


def _series(contender: Contender, samples: Sequence[Sample]) -> Series:
    slow = [sample.p95_ms for sample in samples if sample.p95_ms is not None]
    return Series(
        contender.name,
        tuple(sample.figure for sample in samples),
        queries=contender.queries,
        bytes=samples[-1].bytes,
        p95_ms=median(slow) if slow else None,
    )


def asking(
    address: Callable[[], str],
    *paths: str,
    unit: Unit = Unit.RATE,
    seconds: float = 2,
    headers: Mapping[str, str] | None = None,
) -> Callable[[], Sample]:
    """How often a server answers these paths or, in milliseconds, how long one reader waits for each.

    `address`: gives that of the server, which begins with the first sample.
    """

    def take() -> Sample:
        if unit is Unit.RATE:
            found = load(address(), paths, seconds=seconds, headers=headers)
            return Sample(found.rate, found.p95_ms, found.bytes)
        found = wait(address(), paths, seconds=seconds, headers=headers)
        return Sample(found.median_ms, found.p95_ms, found.bytes)

    return take


def timed(name: str, work: Callable[[], Any], unit: Unit = Unit.MILLISECONDS) -> Contender:
    """A contender whose work is done in this process."""
    return Contender(name, timing(work, unit), work=work)


def timing(work: Callable[[], Any], unit: Unit = Unit.MILLISECONDS) -> Callable[[], Sample]:
    """How long the work takes in this process."""
    factor = 1000 if unit is Unit.MILLISECONDS else 1

    def take() -> Sample:
        began = time.perf_counter()
        work()
        return Sample((time.perf_counter() - began) * factor)

    return take
