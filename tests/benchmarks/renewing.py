"""How fast a renamed actor reaches the incidents that show it: `python -m tests.benchmarks.renewing 2000`.

On a database of its own; DATABASE_URL chooses the engine, and SECRET_KEY must be set. Each incident has ten
claims and two attacks.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from incidents.maintenance import renew_later  # noqa: E402
from incidents.models import Actor, Job, Subject  # noqa: E402
from tests.archive.published import publish  # noqa: E402
from tests.builders import count, exactly, record, responsible  # noqa: E402


def main(incidents: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection.settings_dict["TEST"]["NAME"] = f"{folder}/archive.sqlite3" if _on_sqlite() else None
        connection.creation.create_test_db(verbosity=0)
        try:
            measure(incidents)
        finally:
            connection.creation.destroy_test_db("", verbosity=0)


def _on_sqlite() -> bool:
    return connection.vendor == "sqlite"


def measure(incidents: int) -> None:
    Actor.objects.create(key="group", name="Actor group", kind="armed_group")
    publish_all(incidents)
    Actor.objects.update(name="The Front")
    renew_later(Subject.ACTORS, "group", by=None)
    began, before = time.monotonic(), memory()
    call_command("worker", once=True)
    seconds, renewed = time.monotonic() - began, Job.objects.get().renewed
    print(f"{connection.vendor}: {renewed} editions in {seconds:.1f} s, {renewed / seconds:.1f} per second;")  # noqa: T201
    print(f"memory: {before} MB before, {memory()} MB at its peak")  # noqa: T201


def publish_all(incidents: int) -> None:
    counts = [count(n, exactly(n), f"source-{n}", attack=1 + n % 2) for n in range(1, 10)]
    for number in range(incidents):
        publish(record(*counts, responsible(10, "group"), attacks=2, id=f"event-{number}"))


def memory() -> int:
    """The most that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(int(sys.argv[1]))
