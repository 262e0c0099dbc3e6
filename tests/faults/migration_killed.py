"""Kills `migrate` at random moments, on an empty database, and runs it again:

    python -m tests.faults.migration_killed --times 10

On the engine that DATABASE_URL names. It ends with an error if the second run fails, if what it makes differs
from what an undisturbed run makes, or if the archive is not whole.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.faults.databases import own_database
from tests.faults.serving import ROOT, end_properly, is_whole, manage, say, surroundings

MIGRATE = [sys.executable, "manage.py", "migrate"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with empty() as around:
        begun = time.monotonic()
        manage(around, "migrate")
        seconds = time.monotonic() - begun
        expected = made(around)
    random, moments = Random(asked.seed), Counter[str]()
    wrong = [not killed(random.uniform(0.1, 1) * seconds, expected, moments) for _ in range(asked.times)]
    say(f"{asked.times} migrations of {seconds:.0f} s, killed {dict(moments)}; {sum(wrong)} ended otherwise")
    sys.exit(any(wrong))


@contextmanager
def empty() -> Iterator[dict[str, str]]:
    """The surroundings of a new database."""
    end_properly()
    with TemporaryDirectory() as name, own_database():
        yield surroundings(Path(name))


def killed(after: float, expected: list[str], moments: Counter[str]) -> bool:
    """Whether all was whole, though the first run was killed after so many seconds."""
    with empty() as around:
        process = subprocess.Popen(MIGRATE, cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True)
        try:
            said, _ = process.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
        moments[f"after {said.count(' OK')} steps"] += 1
        manage(around, "migrate")
        same = made(around) == expected
        say("the second run made the same" if same else "the second run made something else")
        return is_whole(around) and same


def made(around: dict[str, str]) -> list[str]:
    """The tables with their columns, indexes and constraints, and the migrations that were applied."""
    command = [sys.executable, "-m", "tests.faults.schema"]
    own = around | {"DJANGO_SETTINGS_MODULE": "archive.settings"}
    done = subprocess.run(command, cwd=ROOT, env=own, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.splitlines()


if __name__ == "__main__":
    main()
