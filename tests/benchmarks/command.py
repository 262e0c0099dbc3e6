"""The one command: build what is missing, start the servers, measure, and tell.

python -m tests.benchmarks [--size 200k] [--engine postgres] [NAME …]   measures, and prints two tables
python -m tests.benchmarks build                                        builds the databases alone
python -m tests.benchmarks profile NAME …                               where the time goes
python -m tests.benchmarks indexes                                      which indexes nothing has used
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import django

from tests.benchmarks.databases import ENGINES, FOLDER, ROOT, SIZES, Databases, server_asked
from tests.benchmarks.report import Comparison, as_json, markdown

SMALLEST = "2k"
BUILD, PROFILE, INDEXES = "build", "profile", "indexes"


def main() -> None:
    asked = _asked()
    server = server_asked() if asked.engine == "postgres" else ""
    databases, small = (Databases(size, asked.engine, server) for size in (asked.size, SMALLEST))
    for each in {SMALLEST: small, asked.size: databases}.values():
        _build(each, anew=asked.anew)
    os.environ.pop("DEBUG", None)
    os.environ.update(databases.environment())
    django.setup()
    first, *others = asked.names or [""]
    if first == INDEXES:
        _tell_unused(databases)
    elif first == PROFILE:
        _tell_profiles(databases, small, others)
    elif first != BUILD:
        _measure(databases, small, asked)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="the workloads; without any, all of them")
    parser.add_argument("--size", choices=SIZES, default="10k", help="how many incidents there are")
    parser.add_argument("--engine", choices=ENGINES, default="sqlite")
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured")
    parser.add_argument("--seconds", type=float, default=2, help="how long a load lasts")
    parser.add_argument("--anew", action="store_true", help="build the databases again")
    parser.add_argument("--markdown", type=Path, help="also add the tables to this file")
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


def _measure(databases: Databases, small: Databases, asked: argparse.Namespace) -> None:
    """What is known is written after each comparison, so that a run can be interrupted."""
    from tests.benchmarks.running import refuse_unknown, run, staged
    from tests.benchmarks.surroundings import surroundings

    refuse_unknown(asked.names)
    file = FOLDER / f"{asked.engine}-{asked.size}-{datetime.now(UTC):%Y%m%dT%H%M%S}.json"
    found: list[Comparison] = []
    try:
        with staged(databases, small, asked.seconds) as stage:
            for comparison in run(stage, asked.names, asked.runs):
                found.append(comparison)
                told = {"surroundings": surroundings(), "comparisons": [as_json(each) for each in found]}
                file.write_text(json.dumps(told, indent=1))
    except KeyboardInterrupt:
        _say("Interrupted: this is what was measured.")
    finally:
        title = f"{asked.size} incidents, {asked.engine}"
        _tell(markdown(title, surroundings(), found), asked.markdown)
    _say(f"Written to {file}")


def _tell(text: str, file: Path | None) -> None:
    _say(text)
    if file:
        with file.open("a") as open_file:
            open_file.write(f"{text}\n")


def _tell_profiles(databases: Databases, small: Databases, names: Sequence[str]) -> None:
    from tests.benchmarks.profiling import profiles
    from tests.benchmarks.running import refuse_unknown, staged

    refuse_unknown(names)
    with staged(databases, small, seconds=1) as stage:
        for name in names:
            for text in profiles(stage, name):
                _say(text)


def _tell_unused(databases: Databases) -> None:
    from tests.benchmarks.indexes import unused

    if databases.engine != "postgres":
        sys.exit("PostgreSQL alone counts what uses an index. Ask with --engine postgres.")
    for index, size in unused(databases).items():
        _say(f"{size / 1e6:8.1f} MB  {index.table}  {index.name}")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201
