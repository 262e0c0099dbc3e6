"""How fast a renamed source reaches the incidents that show it: `python -m tests.benchmarks.renaming 2000`.

On a database of its own; DATABASE_URL chooses the engine, and SECRET_KEY must be set. Each incident has ten
claims and two attacks. The last line is JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from archive.figures import for_readers  # noqa: E402
from incidents.maintenance import renew_later  # noqa: E402
from incidents.models import Job, Subject  # noqa: E402
from sources.models import Source  # noqa: E402
from tests.benchmarks.data.publishing import publish  # noqa: E402
from tests.builders import count, exactly, record, responsible  # noqa: E402

#: The source that all of them cite.
KEY = "year-book"
BATCH, ASKINGS = 500, 5


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
    Source.objects.create(key=KEY, title="Title", kind="article")
    publish_all(incidents)
    asked = [_asked(f"Title {number}") for number in range(ASKINGS)]
    began = time.monotonic()
    call_command("worker", once=True)
    seconds, renewed = time.monotonic() - began, Job.objects.get().renewed
    told = {"asked": asked, "renewed": [renewed / seconds], "memory": [memory()]}
    print(json.dumps(told))  # noqa: T201


def _asked(title: str) -> float:
    """Milliseconds until an editor's request to rename would return."""
    began = time.perf_counter()
    with transaction.atomic():
        Source.objects.update(title=title)
        renew_later(Subject.SOURCES, KEY, by=None)
    return (time.perf_counter() - began) * 1000


def publish_all(incidents: int) -> None:
    counts = [count(n, exactly(n), [KEY, f"source-{n}"], attack=1 + n % 2) for n in range(1, 10)]
    for first in range(0, incidents, BATCH):
        numbers = range(first, min(first + BATCH, incidents))
        made = [record(*counts, responsible(10, "group"), attacks=2, id=f"event-{n}") for n in numbers]
        publish([for_readers(one) for one in made])


def memory() -> int:
    """The most that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(int(sys.argv[1]))
