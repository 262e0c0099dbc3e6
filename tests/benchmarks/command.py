"""The one command: build what is missing, start the servers, measure, and tell."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.databases import ENGINES, FOLDER, ROOT, SIZES, Databases, server_asked
from tests.benchmarks.report import Comparison, as_json, markdown


def main() -> None:
    asked = _asked()
    databases, small = (
        Databases(size, asked.engine, server_asked() if asked.engine == "postgres" else "")
        for size in (asked.size, min(SIZES, key=lambda size: SIZES[size]))
    )
    for each in {small.size: small, databases.size: databases}.values():
        _build(each, anew=asked.anew)
    if asked.build:
        return
    os.environ.update(databases.environment())
    os.environ.pop("DEBUG", None)
    import django

    django.setup()
    from tests.benchmarks.running import run

    comparisons = run(databases, small, asked.names, rounds=asked.runs, seconds=asked.seconds)
    _tell(comparisons, asked)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="the workloads; without any, all of them")
    parser.add_argument("--size", choices=SIZES, default="10k", help="how many incidents there are")
    parser.add_argument("--engine", choices=ENGINES, default="sqlite")
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured")
    parser.add_argument("--seconds", type=float, default=2, help="how long a load lasts")
    parser.add_argument("--anew", action="store_true", help="build the databases again")
    parser.add_argument("--build", action="store_true", help="build the databases and measure nothing")
    parser.add_argument("--markdown", type=Path, help="also write the tables to this file")
    return parser.parse_args()


def _build(databases: Databases, *, anew: bool) -> None:
    """In a process of its own: it works on other databases than this one."""
    if anew:
        databases.drop()
    databases.make()
    command = [sys.executable, "-m", "tests.benchmarks.building", str(databases.incidents)]
    done = subprocess.run(command, cwd=ROOT, env=databases.environment())
    if done.returncode:
        sys.exit(done.returncode)


def _tell(comparisons: Sequence[Comparison], asked: argparse.Namespace) -> None:
    text = markdown(comparisons)
    print(text)  # noqa: T201
    file = FOLDER / f"{asked.engine}-{asked.size}-{datetime.now(UTC):%Y%m%dT%H%M%S}.json"
    file.write_text(json.dumps([as_json(each) for each in comparisons], indent=1))
    print(f"Written to {file}")  # noqa: T201
    if asked.markdown:
        asked.markdown.write_text(text)
