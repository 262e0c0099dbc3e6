"""What memory each process of the server holds, from the beginning to the end, and whether it grows."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import linear_regression, median

#: Seconds between two looks; by how many megabytes, or which part, a process may hold more at the end than
#: in the middle.
EVERY, MEGABYTES, PART = 1, 8, 0.08
#: Seconds in which what a process may keep of its answers (archive.keeping) is filled, and how many megabytes
#: that is.
FILLING, KEPT = 600, 16

Sample = tuple[float, float]


def children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def megabytes(process: int) -> float:
    """VmRSS: https://www.kernel.org/doc/html/latest/filesystems/proc.html"""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


@dataclass
class Memory:
    """Samples of each process that `parent` began: seconds since the beginning, and megabytes."""

    parent: int
    samples: dict[int, list[Sample]] = field(default_factory=lambda: defaultdict(list))
    ended: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def watched(self) -> Iterator[None]:
        thread = threading.Thread(target=self._watch, args=[time.monotonic()])
        thread.start()
        try:
            yield
        finally:
            self.ended.set()
            thread.join()

    def _watch(self, begun: float) -> None:
        while not self.ended.wait(EVERY):
            for process in children(self.parent):
                self.samples[process].append((time.monotonic() - begun, megabytes(process)))

    def now(self) -> str:
        return " + ".join(f"{samples[-1][1]:.0f}" for samples in self.samples.values())

    def told(self) -> Iterator[tuple[int, Course]]:
        for process, samples in self.samples.items():
            yield process, course(samples)


@dataclass(frozen=True)
class Course:
    """Megabytes at the start, in the middle third and the last (medians), and an hour after the first."""

    start: float
    middle: float
    last: float
    slope: float
    lasted: float

    @property
    def grows(self) -> bool:
        filled = KEPT if self.lasted < FILLING else 0
        return self.last - self.middle > max(MEGABYTES, PART * self.middle) + filled


def course(samples: Sequence[Sample]) -> Course:
    third = len(samples) // 3
    after = samples[third:]
    slope = linear_regression([at for at, _ in after], [held for _, held in after]).slope
    middle, last = samples[third : 2 * third], samples[2 * third :]
    return Course(samples[0][1], _median(middle), _median(last), slope * 3600, samples[-1][0])


def _median(samples: Sequence[Sample]) -> float:
    return median(held for _, held in samples)
