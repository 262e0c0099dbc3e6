"""What is said of a load when it is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import quantiles

from tests.faults.load.asking import Tally
from tests.faults.memory import Memory


def table(tally: Tally, memory: Memory) -> Iterator[str]:
    yield f"| {'what was asked for':<24} | answered |  p50 s |  p95 s |  p99 s | longest |"
    yield f"|{'-' * 26}|{'-' * 10}|{'-' * 8}|{'-' * 8}|{'-' * 8}|{'-' * 9}|"
    for kind, seconds in sorted(tally.seconds.items()):
        half, most, nearly_all = _marks(seconds)
        times = f"{half:6.2f} | {most:6.2f} | {nearly_all:6.2f} | {max(seconds):7.2f}"
        yield f"| {kind:<24} | {len(seconds):8} | {times} |"
    yield ", ".join(f"{number} × {status}" for status, number in sorted(tally.statuses.items()))
    yield from _memory(memory)


def _marks(seconds: Sequence[float]) -> tuple[float, float, float]:
    """The median, and the times within which 95 and 99 of a hundred are answered."""
    if len(seconds) == 1:
        return seconds[0], seconds[0], seconds[0]
    parts = quantiles(seconds, n=100, method="inclusive")
    return parts[49], parts[94], parts[98]


def _memory(memory: Memory) -> Iterator[str]:
    for process, course in memory.told():
        yield (
            f"memory of process {process}: {course.start:.0f} MB at the start; medians: {course.middle:.0f} "
            f"in the middle third, {course.last:.0f} in the last; {course.slope:+.0f} MB an hour"
        )
