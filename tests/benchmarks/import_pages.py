"""How long each page of imports takes with very many dataset rows, and which of them read a whole table.

On an empty, migrated database, named by DATABASE_URL:

    DEBUG=1 python -m tests.benchmarks.import_pages --rows 200000

With `--keep` it measures the rows that are there; with `--plans` it tells PostgreSQL's plans of what reads
the tables that grow.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from incidents.models import DatasetRow, Import, Standing  # noqa: E402
from tests.benchmarks.big_imports import LARGE, SMALL, make  # noqa: E402
from tests.benchmarks.desk import measured  # noqa: E402

#: The tables that grow with what is imported.
GROWING = ("incidents_datasetrow", "incidents_refusedrow", "incidents_offer")


def pages() -> Iterator[tuple[str, str]]:
    """What is measured: a name and an address."""
    rows = reverse("admin:incidents_datasetrow_changelist")
    yield "home", reverse("admin:index")
    yield "imports", reverse("admin:incidents_import_changelist")
    yield "imports that failed", f"{reverse('admin:incidents_import_changelist')}?state__exact=failed"
    yield "run over many rows", _change("import", Import.objects.get(file=LARGE))
    yield "run over few rows", _change("import", Import.objects.get(file=SMALL))
    yield "dataset rows", rows
    yield "dataset rows, last page", f"{rows}?p={min(200, DatasetRow.objects.count() // 50)}"
    yield "rows that wait", f"{rows}?standing=offered"
    yield "rows that were joined", f"{rows}?standing=joined"
    yield "rows by id", f"{rows}?q=77"
    yield "rows by an id that is not here", f"{rows}?q=nowhere"
    for standing in Standing:
        row = DatasetRow.objects.filter(standing=standing).latest("pk")
        yield f"row: {standing.value}", _change("datasetrow", row)


def _change(model: str, row: Any) -> str:
    return reverse(f"admin:incidents_{model}_change", args=[row.pk])


def plans(client: Client, address: str) -> Iterator[str]:
    """PostgreSQL's plan of each query of the page that reads a table that grows."""
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    for query in captured:
        sql = query["sql"]
        if sql.startswith("SELECT") and any(f'FROM "{table}"' in sql for table in GROWING):
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) {sql}".replace("%", "%%"))
                told = "\n    ".join(line for (line,) in cursor.fetchall())
            yield f"  {sql.partition(' FROM ')[2][:300]}\n    {told}\n"


def main() -> None:
    options = _options()
    measurer, _ = User.objects.get_or_create(username="measurer", is_staff=True, is_superuser=True)
    if not options.keep:
        if DatasetRow.objects.exists():
            sys.exit("The database holds dataset rows: name an empty one, or measure them with --keep.")
        with override_settings(DEBUG=False):
            make(options.rows)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(measurer)
    sys.stdout.write(f"{DatasetRow.objects.count():,} dataset rows\n")
    for name, address in pages():
        median, longest, queries = measured(client, address)
        sys.stdout.write(f"{name:34} {median:8.0f} ms {longest:8.0f} ms {queries:4} queries\n")
        for plan in plans(client, address) if options.plans else ():
            sys.stdout.write(plan)
        sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--keep", action="store_true", help="measure what the database holds")
    parser.add_argument("--plans", action="store_true", help="tell the plans too (PostgreSQL)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
