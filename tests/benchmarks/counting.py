"""How long statistics take among very many incidents: counted for the first time, and shown again.

On an empty, migrated database, named by DATABASE_URL:

    DEBUG=1 python -m tests.benchmarks.counting --incidents 200000

With `--keep` it measures the rows that are there.
"""

from __future__ import annotations

import argparse
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ.setdefault("API_RATE", "0")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from archive.models import IncidentEntry, PlaceEntry  # noqa: E402
from tests.benchmarks import browsing  # noqa: E402

#: What the keys of places begin with, by kind.
KINDS = {"c": "country", "p": "province", "d": "district"}
QUESTIONS = (
    "group_by=month&group_by=place:province",
    "group_by=year&group_by=place:country",
    "group_by=place:district",
    "group_by=month",
    "group_by=week",
    "group_by=actor",
    "group_by=type&group_by=target",
    "group_by=publication",
    "group_by=month&measure=injured&rule=span",
    "group_by=month&group_by=place:province&place=c1",
    "group_by=month&group_by=place:province&disputed=killed",
    "group_by=month&group_by=place:province&q=event",
)


def name_the_levels() -> None:
    for first, kind in KINDS.items():
        PlaceEntry.objects.filter(key__startswith=first).update(kind=kind)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def measure() -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    for question in QUESTIONS:
        address = f"/api/v1/statistics/?{question}"
        found = client.get(address)
        size = f"{len(found.json()['results'])} groups, {len(found.content) / 1000:.0f} kB"
        print(f"{browsing.trial(client, address)}; {size}  {question}")  # noqa: T201


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--incidents", type=int, default=200_000)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    if not given.keep:
        browsing.fill(given.incidents)
        name_the_levels()
    print(f"\n{connection.vendor}, {IncidentEntry.objects.count()} incidents")  # noqa: T201
    measure()


if __name__ == "__main__":
    main()
