"""How long searches take among very many incidents.

On an empty, migrated database, named by DATABASE_URL:

    DEBUG=1 python -m tests.benchmarks.searching --incidents 500000

With `--keep` it measures the rows that are there.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

import orjson  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from archive.bulk import insert, insert_final  # noqa: E402
from archive.models import Edition, IncidentEntry, SearchEntry, Spelling  # noqa: E402
from archive.search.spelling import spellings_of  # noqa: E402
from archive.search.texts import lines_of  # noqa: E402
from tests.archive.published import publish  # noqa: E402
from tests.builders import attack, count, exactly, happened_at, place, record, source, statement  # noqa: E402

RUNS = 5
BATCH = 2000
DISTRICTS = 3000
CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aeiou"

#: What is searched: a name, and what the address asks.
SEARCHES = {
    "a word of every incident": "q=incident",
    "a word of every third": "q=bombing",
    "a word of prose alone": "q=wounded",
    "a district": "q=district-name",
    "a phrase": "q=“struck+a+convoy”",
    "two common words": "q=bombing+wounded",
    "common without common": "q=bombing+-wounded",
    "a district and a common word": "q=bombing+district-name",
    "a common word, and a figure": "q=bombing&killed_min=1",
    "a mistyped district": "q=bombing+mistyped-name",
    "nothing": "q=xyzzyq",
    "a word of all, second page": "q=bombing&after=1/2003-01-01/x",
}


class Names:
    """Made-up names of districts, the same in every run."""

    def __init__(self) -> None:
        self.chance = random.Random(5)
        self.words = [self._word() for _ in range(20_000)]
        self.districts = [self._word().capitalize() + self._word() for _ in range(DISTRICTS)]

    def _word(self) -> str:
        syllables = self.chance.randint(2, 3)
        letters = (self.chance.choice(letters) for _ in range(syllables) for letters in (CONSONANTS, VOWELS))
        return "".join(letters)

    def prose(self) -> str:
        """A few words, of which some are common and most are rare."""
        rare = (self.words[min(int(self.chance.paretovariate(0.5)), 19_999)] for _ in range(40))
        return f"The bomb struck a convoy and wounded many. {' '.join(rare)}"


def template() -> tuple[Any, Any]:
    """The answers of a plain incident, in full and in short."""
    publish(
        record(
            count(1, exactly(3), stated="three people were killed"),
            happened_at(2, "district"),
            statement(3, "prose"),
            title="Incident",
            attacks=[attack(1, place="district", type="bombing")],
            entities=[place("district"), source("s1", title="Rows of a dataset")],
        )
    )
    entry = IncidentEntry.objects.get()
    return orjson.loads(entry.body), orjson.loads(entry.brief)


def fill(incidents: int, names: Names) -> None:
    body, brief = template()
    for start in range(1, incidents, BATCH):
        with transaction.atomic():
            numbers = range(start, min(start + BATCH, incidents))
            editions = [_edition(number) for number in numbers]
            insert(editions)
            entries = [_entry(edition, body, brief, names) for edition in editions]
            insert(entries)
            insert_final([_terms(entry) for entry in entries])
        print(f"\r{start}", end="", flush=True)  # noqa: T201
    words = ((key, pair) for key, name in enumerate(names.districts) for pair in spellings_of({"name": name}))
    insert([Spelling(kind="places", key=f"d{key}", word=word, hint=hint) for key, (word, hint) in words])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _edition(number: int) -> Edition:
    digest = f"{number:064d}"
    return Edition(
        incident=f"e{number}",
        number=1,
        kind="first",
        published_at=timezone.now(),
        text="{}",
        sha256=digest,
        seal=digest,
    )


def _entry(edition: Edition, body: Any, brief: Any, names: Names) -> IncidentEntry:
    chance, key = names.chance, edition.incident
    district, kind = chance.choice(names.districts), chance.choice(["Bombing", "Assault", "Abduction"])
    day = date(2000, 1, 1) + timedelta(chance.randrange(9000))
    body["id"] = brief["id"] = key
    body["title"] = brief["title"] = f"{kind} in {district}, incident of {day}"
    body["places"][0]["name"] = f"{district} District"
    body["claims"][2]["value"]["text"] = names.prose() if chance.random() < 0.3 else "Nothing more."
    return IncidentEntry(
        key=key,
        slug=key,
        title=body["title"],
        edition=edition,
        earliest=day,
        latest=day,
        position=f"{day}/{key}",
        first_published_at=edition.published_at,
        updated_at=edition.published_at,
        body=orjson.dumps(body).decode(),
        brief=orjson.dumps(brief).decode(),
        etag=edition.seal,
    )


def _terms(entry: IncidentEntry) -> SearchEntry:
    return SearchEntry(incident_id=entry.key, **lines_of(orjson.loads(entry.body)))


def measure(names: Names) -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    district = names.districts[7]
    for name, asked in searches(district):
        for address in (f"/incidents/?{asked}", f"/api/v1/incidents/?{asked}"):
            if "after=" in asked and "api" in address:
                continue
            times = [seconds(client, address) for _ in range(RUNS)]
            print(f"{statistics.median(times) * 1000:7.0f} ms  {name}: {address}")  # noqa: T201


def searches(district: str) -> Iterator[tuple[str, str]]:
    mistyped = district[:3] + district[4:]
    for name, asked in SEARCHES.items():
        yield name, asked.replace("district-name", district).replace("mistyped-name", mistyped)


def seconds(client: Client, address: str) -> float:
    began = time.perf_counter()
    assert client.get(address).status_code == 200
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--incidents", type=int, default=500_000)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    names = Names()
    if not given.keep:
        fill(given.incidents, names)
    print(f"\n{connection.vendor}, {IncidentEntry.objects.count()} incidents")  # noqa: T201
    measure(names)


if __name__ == "__main__":
    main()
