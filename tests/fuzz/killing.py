"""Kills imports at random moments, resumes them, and compares the end with that of one left in peace:

    python -m tests.fuzz.killing --times 30 --rows 600 --batch 50

On the engine that DATABASE_URL names, in a database of its own. It ends with an error at the first import
that ends otherwise, and names the seed, with which `--first` begins.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ.setdefault("DEBUG", "0")
os.environ.setdefault("SECRET_KEY", "for-trials-alone-and-long-enough-to-satisfy-the-deployment-check")
django.setup()

from django.db import connection  # noqa: E402

from incidents.models import Import  # noqa: E402
from tests.incidents.importers.running.files import write  # noqa: E402
from tests.incidents.importers.running.generated import ucdp  # noqa: E402
from tests.incidents.importers.running.killing import ended, outcome, started, wiped  # noqa: E402


def left_in_peace(file: Path, batch: int) -> tuple[dict[str, Any], float]:
    """What the import ends with, and how many seconds it takes."""
    began = time.monotonic()
    status, said = ended(started(file, batch))
    assert status == 0, said
    return outcome(file), time.monotonic() - began


def killed(file: Path, batch: int, seconds: float) -> str:
    """Start or resume the import, and kill it after so many seconds; where it was then."""
    process = started(file, batch)
    try:
        status, said = ended(process, seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        status, said = ended(process)
    connection.close()
    if status == 0:
        return "at its end"
    assert status == -signal.SIGKILL, said
    run = Import.objects.first()
    return "before its first batch" if run is None or run.done == 0 else "in its course"


def trial(file: Path, batch: int, took: float, random: Random) -> list[str]:
    """Kill the import up to three times, and let it end."""
    wiped()
    moments: list[str] = []
    for _ in range(random.randrange(1, 4)):
        moments.append(killed(file, batch, random.uniform(0.5, took)))
        if moments[-1] == "at its end":
            return moments
    status, said = ended(started(file, batch))
    assert status == 0, said
    return moments


def run(times: int, first: int, rows: int, batch: int) -> Counter[str]:
    moments: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        file = write(Path(folder) / "ged221.csv", "ucdp", list(ucdp(rows)))
        wiped()
        expected, took = left_in_peace(file, batch)
        assert expected["wrong"] == [], expected["wrong"]
        for seed in range(first, first + times):
            killed_at = trial(file, batch, took, Random(seed))
            moments.update(killed_at)
            found = outcome(file)
            print(f"{seed}: {', '.join(killed_at)}", flush=True)  # noqa: T201
            differing = [name for name in expected if found[name] != expected[name]]
            assert not differing, f"seed {seed}: {differing} differ"
    counts = expected["counts"]
    print(f"{took:.1f} s in peace; {counts}; {len(expected['editions'])} editions")  # noqa: T201
    return moments


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("times", 30), ("first", 0), ("rows", 600), ("batch", 50)):
        parser.add_argument(f"--{name}", type=int, default=default)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "trials.sqlite3")
        else:
            connection.settings_dict["TEST"]["NAME"] = "archive_killing"
        before = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            moments = run(given.times, given.first, given.rows, given.batch)
        finally:
            connection.creation.destroy_test_db(before, verbosity=0)
    kills = sum(moments.values()) - moments["at its end"]
    print(f"{given.times} imports, {kills} kills, all ended the same: {dict(moments)}")  # noqa: T201
    sys.exit(0)


if __name__ == "__main__":
    main()
