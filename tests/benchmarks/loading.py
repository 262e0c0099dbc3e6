"""How many requests a second a server answers, as wrk finds it: https://github.com/wg/wrk."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("load.lua")
#: A load is not tried again when it lasted so many seconds.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a load: requests in a second, and of one its milliseconds and bytes."""

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
    if said["failed"]:
        raise RuntimeError(f"{address}{paths[0]}: {said['failed']} of {said['requests']} requests failed")
    return Answered(
        rate=said["requests"] / said["microseconds"] * 1e6,
        median_ms=said["p50"] / 1000,
        p95_ms=said["p95"] / 1000,
        bytes=said["bytes"] // said["requests"],
    )


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
