"""How long each page of the desk takes: `python -m tests.benchmarks.desk incidents 500000 5`.

So many rounds of every page, in this process, on the database that DATABASE_URL names, which is filled where
it is empty. The last line is JSON.
"""

from __future__ import annotations

import json
import sys
import time

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from incidents.models import DatasetRow, Incident  # noqa: E402
from tests.benchmarks.desk import import_pages, imports, incidents, pages, waiting  # noqa: E402

#: Asks the database nothing: the floor.
FLOOR = "/robots.txt"


def main(what: str, rows: int, rounds: int) -> None:
    call_command("migrate", verbosity=0)
    measurer, _ = User.objects.get_or_create(username="measurer", is_staff=True, is_superuser=True)
    _fill(what, rows, measurer)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(measurer)
    found = pages.pages() if what == "incidents" else import_pages.pages()
    measured = _measured(client, {"nothing": FLOOR} | dict(found), rounds)
    print(json.dumps(measured))  # noqa: T201


def _fill(what: str, rows: int, measurer: User) -> None:
    if what == "incidents" and not Incident.objects.exists():
        incidents.make(rows, seed=1)
        incidents.add_large_incident(2_000)
        waiting.add_waiting(measurer)
    elif what == "imports" and not DatasetRow.objects.exists():
        imports.make(rows)
    model = Incident if what == "incidents" else DatasetRow
    if model._default_manager.count() < rows:
        sys.exit(f"The database of {what} was not filled to its end. Ask for --anew to make it anew.")


def _measured(client: Client, addresses: dict[str, str], rounds: int) -> dict[str, object]:
    """Of each page, its queries and the milliseconds of every round; the first time does not count."""
    queries = {name: _queries(client, address) for name, address in addresses.items()}
    samples: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(rounds):
        for name, address in addresses.items():
            began = time.perf_counter()
            client.get(address)
            samples[name].append((time.perf_counter() - began) * 1000)
    return {name: {"samples": samples[name], "queries": queries[name]} for name in addresses}


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        status = client.get(address).status_code
    if status != 200:
        sys.exit(f"{address} answered {status}")
    return len(captured)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
