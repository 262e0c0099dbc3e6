"""Benchmarks that need a database of their own, each in a process of its own, which tells in JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from tests.benchmarks.databases import ROOT, Databases
from tests.benchmarks.measuring import Contender, Sample


def told(databases: Databases, module: str, *arguments: object) -> Any:
    """The last line that the module writes. Raises CalledProcessError where it fails."""
    databases.make()
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)]
    own = databases.environment() | {
        "DJANGO_SETTINGS_MODULE": "archive.settings",
        "SECOND_FACTOR_REQUIRED": "0",
    }
    done = subprocess.run(command, cwd=ROOT, env=own, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.strip().rpartition("\n")[2])


def taken(name: str, samples: list[float], queries: int | None = None) -> Contender:
    """A contender that was measured already: its samples are handed out one after another, and again."""
    return Contender(name, _in_turn(samples), queries)


def _in_turn(samples: list[float]) -> Callable[[], Sample]:
    handed_out = 0

    def take() -> Sample:
        nonlocal handed_out
        handed_out += 1
        return Sample(samples[(handed_out - 1) % len(samples)])

    return take
