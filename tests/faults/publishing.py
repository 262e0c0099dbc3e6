"""Lets two hundred editors change and publish at one moment, on one incident or each on their own:

    python -m tests.faults.publishing --editors 200 --on one
    python -m tests.faults.publishing --editors 200 --on own

On the engine that DATABASE_URL names, in a database of its own; PostgreSQL must allow as many connections. It
ends with an error where an edition is lost, a number missing or given twice, or an editor turned away.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ.setdefault("DEBUG", "0")
os.environ.setdefault("SECRET_KEY", "for-trials-alone-and-long-enough-to-satisfy-the-deployment-check")
django.setup()

from django.db import OperationalError, connection, transaction  # noqa: E402

from archive import catalogue, editions  # noqa: E402
from archive.models import Edition, IncidentEntry  # noqa: E402
from incidents import publishing  # noqa: E402
from incidents.load import load  # noqa: E402
from incidents.models import Incident  # noqa: E402
from tests.builders import count, exactly, record  # noqa: E402
from tests.environment import ROOT  # noqa: E402
from tests.incidents.test_worker_killed import database_of_the_tests  # noqa: E402

#: How many processes the editors are spread over, and the seconds until all of these have begun.
PROCESSES, BEGINNING = 4, 15
#: How often an editor presses the button.
TRIES = 5

Outcome = tuple[str, float]


def key(number: int, on: str) -> str:
    return "event-1" if on == "one" else f"event-{number}"


def edit(number: int, on: str, at: float) -> Outcome:
    """Change the title and publish it, again if turned away; what came of it, and in how many seconds."""
    connection.ensure_connection()
    time.sleep(max(0, at - time.time()))
    began = time.monotonic()
    said = ""
    for turned_away in range(TRIES):
        said = _publish(number, on)
        if said == "published":
            return f"published, turned away {turned_away} times before", time.monotonic() - began
    return said, time.monotonic() - began


def _publish(number: int, on: str) -> str:
    """One request, whose connection ends with it, as the server's do on SQLite."""
    try:
        with transaction.atomic():
            catalogue.one_at_a_time()
            incident = Incident.objects.get(key=key(number, on))
            incident.title = f"As editor {number} has it"
            incident.save()
            publishing.publish(incident, by=None)
    except OperationalError as error:
        return f"turned away: {error}"
    finally:
        connection.close()
    return "published"


def some_editors(first: int, editors: int, on: str, at: float) -> None:
    """One process: prints what came of each of its editors."""
    with ThreadPoolExecutor(editors) as pool:
        numbers = range(first, first + editors)
        outcomes = list(pool.map(lambda number: edit(number, on, at), numbers))
    print(json.dumps(outcomes))  # noqa: T201


def all_editors(editors: int, on: str) -> list[Outcome]:
    at, each = time.time() + BEGINNING, editors // PROCESSES
    surroundings = os.environ | {"DATABASE_URL": database_of_the_tests()}
    begun = []
    for first in range(1, editors + 1, each):
        given = [str(first), str(min(each, editors + 1 - first)), on, str(at)]
        command = [sys.executable, "-m", "tests.faults.publishing", "--as-process", *given]
        begun.append(subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True))
    found: list[Outcome] = []
    for process in begun:
        said, _ = process.communicate(timeout=900)
        found += [tuple(outcome) for outcome in json.loads(said)]
    return found


def run(editors: int, on: str) -> None:
    for number in range(1, 2 if on == "one" else editors + 1):
        load(record(count(1, exactly(number)), id=f"event-{number}"))
    outcomes = all_editors(editors, on)
    said = Counter(outcome for outcome, _ in outcomes)
    times = sorted(took for _, took in outcomes)
    for outcome, times_seen in said.most_common():
        say(f"{times_seen} × {outcome}")
    say(f"half within {times[len(times) // 2]:.1f} s, the last after {times[-1]:.1f} s")
    prove(said)


def prove(said: Counter[str]) -> None:
    numbers: dict[str, list[int]] = {}
    for incident, number in Edition.objects.order_by("incident", "number").values_list("incident", "number"):
        numbers.setdefault(incident, []).append(number)
    assert all(given == list(range(1, len(given) + 1)) for given in numbers.values()), "numbers have gaps"
    published = sum(seen for outcome, seen in said.items() if outcome.startswith("published"))
    assert Edition.objects.count() == published, "editions are lost"
    assert published == said.total(), "editors were turned away for good"
    wrong = [*map(str, editions.verify()), *map(str, catalogue.check())]
    assert not wrong, wrong[:5]
    shown = dict(IncidentEntry.objects.values_list("key", "edition__number"))
    assert shown == {incident: given[-1] for incident, given in numbers.items()}, "an old edition is shown"
    say(f"{Edition.objects.count()} editions of {len(numbers)} incidents: no gap, none lost, all whole.")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def main() -> None:
    if sys.argv[1:2] == ["--as-process"]:
        first, editors, on, at = sys.argv[2:]
        some_editors(int(first), int(editors), on, float(at))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editors", type=int, default=200)
    parser.add_argument("--on", choices=["one", "own"], default="one")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        test: dict[str, Any] = connection.settings_dict["TEST"]
        sqlite = connection.vendor == "sqlite"
        test["NAME"] = str(Path(folder) / "crowd.sqlite3") if sqlite else "archive_crowd"
        test["MIGRATE"] = False
        before = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            run(given.editors, given.on)
        finally:
            connection.creation.destroy_test_db(before, verbosity=0)


if __name__ == "__main__":
    main()
