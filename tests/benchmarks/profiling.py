"""Where the time goes in what a workload measures: `python -m tests.benchmarks profile NAME`.

https://docs.python.org/3/library/profile.html
"""

from __future__ import annotations

import cProfile
import io
import pstats
import time
from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads.listed import WORKLOADS

#: How long each is done again and again, and how many lines are told of it.
SECONDS, LINES = 3, 25


def profiles(stage: Stage, name: str) -> Iterator[str]:
    """Of everything that this process can do itself, the functions in which most of the time was spent."""
    for contest in WORKLOADS[name](stage):
        for contender in contest.contenders:
            if contender.work:
                yield f"{contest.title}: {contender.name}\n{_profile(contender.work)}"


def _profile(work: Callable[[], Any]) -> str:
    work()
    profile, began, times = cProfile.Profile(), time.perf_counter(), 0
    while times == 0 or time.perf_counter() - began < SECONDS:
        profile.runcall(work)
        times += 1
    text = io.StringIO()
    pstats.Stats(profile, stream=text).sort_stats("tottime").print_stats(LINES)
    return f"{times} times\n{text.getvalue()}"
