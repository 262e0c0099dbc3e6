"""Asks the API whatever its OpenAPI document allows, and much that it does not, and checks every answer:

    python -m tests.fuzz.asking --cases 5000

Schemathesis asks, with all its checks and along the links between answers, a server of the demonstration
events, on the engine that DATABASE_URL names, in a database of its own. It ends with an error where it finds
anything, and names the seed, with which `--seed` repeats it. https://schemathesis.readthedocs.io

An answer that `fields` cuts, or `expand` completes, has not the schema of the whole one. So rounds that ask
for whole answers alternate with rounds that ask for anything and do not compare it with the schema;
`--answers` chooses one of the two.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ.setdefault("SECRET_KEY", "for-trials-alone-and-long-enough-to-satisfy-the-deployment-check")
os.environ["API_RATE"] = "0"
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test.testcases import LiveServerThread  # noqa: E402
from django.test.utils import setup_test_environment, teardown_test_environment  # noqa: E402

from tests.archive.api.exemplary import publish_the_demonstration  # noqa: E402

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
ROOT = Path(__file__).resolve().parents[2]
#: How many questions of each kind are made up for each operation in one round, at most.
EXAMPLES = 20
#: Without every edge of every parameter, by itself and with others: in a round that is to be short, and in
#: one for whole answers, for the questions of that phase cannot be chosen.
FEW = "examples,fuzzing,stateful"
#: About so many cases come of a round in which one of each kind is made up.
CASES = 200
#: What chooses the questions, by the answers that are asked for.
HOOKS = {"whole": {"SCHEMATHESIS_HOOKS": "tests.fuzz.whole_answers"}, "any": {}}


def run(cases: int, seed: int, folder: Path, answers: Sequence[str]) -> None:
    """Rounds for such answers in turn, each with the next seed, until there were so many cases."""
    setup_test_environment()
    # A file, for a database in memory is not seen by the threads of a server.
    connection.settings_dict["TEST"]["NAME"] = _name(folder)
    connection.creation.create_test_db(verbosity=0)
    settings.STATIC_ROOT = folder / "static"
    call_command("collectstatic", interactive=False, verbosity=0)
    try:
        publish_the_demonstration()
        with serving() as address:
            asked, wanted = 0, cycle(answers)
            while asked < cases:
                asked += round_of(address, seed, folder, min(max(cases // CASES, 1), EXAMPLES), next(wanted))
                say(f"{asked} cases by seed {seed}: nothing found.")
                seed += 1
    finally:
        connections.close_all()
        connection.creation.destroy_test_db("", verbosity=0)
        teardown_test_environment()


def _name(folder: Path) -> str | None:
    return str(folder / "archive.sqlite3") if connection.vendor == "sqlite" else None


@contextmanager
def serving() -> Iterator[str]:
    """The archive at an address of this machine."""
    server = LiveServerThread("127.0.0.1", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    try:
        if server.error:
            raise server.error
        yield f"http://{server.host}:{server.port}"
    finally:
        server.terminate()


def round_of(address: str, seed: int, folder: Path, examples: int, answers: str) -> int:
    """Ask; how many cases there were. Ends the program with what was found, if anything was."""
    report = folder / "report.json"
    asked = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIGURATION)),
            *("run", f"{address}/api/v1/schema/", "--checks", "all", "--continue-on-failure"),
            *([] if examples == EXAMPLES and answers == "any" else ["--phases", FEW]),
            *([] if answers == "whole" else ["--exclude-checks", "response_schema_conformance"]),
            *("--max-examples", str(examples), "--seed", str(seed)),
            *("--report", "json", "--report-json-path", str(report)),
        ],
        cwd=folder,
        env=os.environ | HOOKS[answers] | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    if asked.returncode:
        sys.exit(f"{asked.stdout}\n{asked.stderr}\nRepeat it with --seed {seed} --answers {answers}.")
    return int(json.loads(report.read_text(encoding="utf-8"))["test_cases"]["generated"])


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--answers", choices=HOOKS)
    given = parser.parse_args()
    # What is refused is logged, thousands of times.
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as made:
        run(given.cases, given.seed, Path(made), [given.answers] if given.answers else list(HOOKS))
