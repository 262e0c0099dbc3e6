"""How many requests a second a server answers, as wrk finds it, and how long one reader waits for each.

https://github.com/wg/wrk
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from statistics import mean, median, quantiles
from urllib.parse import urlsplit

SCRIPT = Path(__file__).with_name("load.lua")
#: A load is not tried again when it lasted so many seconds.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a load: requests in a second, and of one its milliseconds and bytes.

    wrk counts the bytes with their headers, a reader without.
    """

    rate: float
    median_ms: float
    p95_ms: float
    bytes: int


def load(
    address: str,
    paths: Sequence[str],
    *,
    seconds: float,
    connections: int = 4,
    headers: Mapping[str, str] | None = None,
) -> Answered:
    """Ask for the paths in turn, over so many connections. Raises RuntimeError for an error."""
    asked = [part for pair in (headers or {}).items() for part in ("-H", ": ".join(pair))]
    said = _said(address, paths, [f"-c{connections}", *asked], round(seconds) or 1)
    if said["failed"] or not said["requests"]:
        raise RuntimeError(f"{address}{paths[0]}: {said['failed']} errors, {said['requests']} answers")
    return Answered(
        rate=said["requests"] / said["microseconds"] * 1e6,
        median_ms=said["p50"] / 1000,
        p95_ms=said["p95"] / 1000,
        bytes=said["bytes"] // said["requests"],
    )


def wait(
    address: str, paths: Sequence[str], *, seconds: float, headers: Mapping[str, str] | None = None
) -> Answered:
    """Ask for the paths one after another, as one reader does, who waits for each answer to its end.

    Raises RuntimeError for an error. At least one is asked for, however long it takes.
    """
    waited: list[float] = []
    until, size = time.perf_counter() + seconds, 0
    for path in cycle(paths):
        began = time.perf_counter()
        size = _size_of(address, path, headers or {})
        waited.append((time.perf_counter() - began) * 1000)
        if time.perf_counter() > until:
            break
    slow = quantiles(waited, n=20)[-1] if len(waited) > 1 else waited[0]
    return Answered(rate=1000 / mean(waited), median_ms=median(waited), p95_ms=slow, bytes=size)


def _size_of(address: str, path: str, headers: Mapping[str, str]) -> int:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=600)
    try:
        connection.request("GET", path, headers=dict(headers))
        answer = connection.getresponse()
        if answer.status >= 400:
            raise RuntimeError(f"{address}{path} answered {answer.status}")
        return len(answer.read())
    finally:
        connection.close()


@contextmanager
def loading(address: str, paths: Sequence[str], *, connections: int) -> Iterator[None]:
    """Within, so many connections ask for the paths without a pause."""
    command = [_wrk(), "-t1", f"-c{connections}", "-d600s", "-s", str(SCRIPT), address, "--", *paths]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _said(address: str, paths: Sequence[str], more: Sequence[str], seconds: int) -> dict[str, int]:
    """What wrk says of a load that lasts so long or, where nothing was answered meanwhile, much longer."""
    command = [
        _wrk(),
        "-t1",
        f"-d{seconds}s",
        "--timeout",
        "60s",
        "-s",
        str(SCRIPT),
        *more,
        address,
        "--",
        *paths,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said: dict[str, int] = json.loads(done.stdout.rpartition("JSON ")[2])
    if not said["requests"] and seconds < LONGEST:
        return _said(address, paths, more, seconds * 8)
    return said


def _wrk() -> str:
    found = shutil.which("wrk")
    if found is None:
        sys.exit("The load tool is missing. On Debian and Ubuntu: apt install wrk")
    return found
