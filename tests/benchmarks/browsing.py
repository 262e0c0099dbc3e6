"""How long the list of incidents takes among very many, with its facets and its timeline.

Side by side: counted for the first time, shown again, and the same list by the API.

On an empty, migrated database, named by DATABASE_URL:

    DEBUG=1 python -m tests.benchmarks.browsing --incidents 100000

With `--keep` it measures the rows that are there.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

import orjson  # noqa: E402
from django.core.cache import caches  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from archive.bulk import insert, insert_final  # noqa: E402
from archive.models import (  # noqa: E402
    ActorEntry,
    AttackEntry,
    Edition,
    FigureEntry,
    IncidentActor,
    IncidentEntry,
    IncidentGist,
    IncidentPlace,
    IncidentSource,
    PlaceEntry,
    PublicationEntry,
)
from archive.vocabulary import AttackType, Attribution, TargetType, WeaponType  # noqa: E402
from tests.archive.published import publish  # noqa: E402
from tests.builders import attack, count, exactly, place, publication, record, responsible, source  # noqa: E402

RUNS = 5
BATCH = 1000
COUNTRIES, PROVINCES, DISTRICTS, ACTORS, PAPERS = 60, 900, 9000, 3000, 400

#: What is asked for.
LISTS = {
    "everything": "",
    "a country": "place=c1",
    "a district": "place=d1",
    "an actor": "actor=a1",
    "a year": "date_from=2010-01-01&date_to=2010-12-31",
    "sources disagree": "disputed=killed",
    "a country, a year, sources disagree": "place=c1&date_from=2010-01-01&date_to=2010-12-31&disputed=killed",
    "bombings with one killed or more": "type=bombing&killed_min=1",
    "nothing": "place=c1&date_from=1950-01-01&date_to=1950-01-02",
}


def fill(incidents: int) -> None:
    chance = random.Random(7)
    template = _template()
    _entities(template.edition)
    for start in range(1, incidents, BATCH):
        with transaction.atomic():
            _store(range(start, min(start + BATCH, incidents)), template, chance)
        print(f"\r{start}", end="", flush=True)  # noqa: T201
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _template() -> IncidentEntry:
    """A plain incident whose answers the others have too."""
    made = record(
        count(1, exactly(3)),
        responsible(2, "a1"),
        place="d1",
        attacks=[attack(1, place="d1", type="bombing")],
        entities=[
            place("c1", kind="country"),
            place("p1", parent="c1", kind="province"),
            place("d1", parent="p1"),
            publication("n1"),
            source("s1", publication="n1"),
        ],
    )
    publish(made)
    return IncidentEntry.objects.get()


def _entities(edition: Edition) -> None:
    def own(key: str) -> dict[str, Any]:
        return {"key": key, "name": f"Name {key}", "edition": edition, "body": "{}", "etag": key, "kind": ""}

    places = [PlaceEntry(**own(f"c{n}")) for n in range(2, COUNTRIES)]
    places += [PlaceEntry(**own(f"p{n}"), parent=f"c{n % COUNTRIES or 1}") for n in range(2, PROVINCES)]
    places += [PlaceEntry(**own(f"d{n}"), parent=f"p{n % PROVINCES or 1}") for n in range(2, DISTRICTS)]
    insert(places)
    insert([ActorEntry(**own(f"a{n}")) for n in range(2, ACTORS)])
    insert([PublicationEntry(**own(f"n{n}")) for n in range(2, PAPERS)])


def _store(numbers: range, template: IncidentEntry, chance: random.Random) -> None:
    editions = [_edition(number) for number in numbers]
    insert(editions)
    rows: dict[type[models.Model], list[models.Model]] = {}
    for edition in editions:
        for row in _rows(edition, template, chance):
            rows.setdefault(type(row), []).append(row)
    for of_model in rows.values():
        insert_final(of_model)


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


def _rows(edition: Edition, template: IncidentEntry, chance: random.Random) -> Iterator[models.Model]:
    key, day = edition.incident, date(2000, 1, 1) + timedelta(chance.randrange(9000))
    brief = orjson.loads(template.brief) | {"id": key, "earliest": day.isoformat(), "date": day.isoformat()}
    yield IncidentEntry(
        key=key,
        slug=key,
        title=f"Incident {key}",
        edition=edition,
        earliest=day,
        latest=day,
        position=f"{day}/{key}",
        first_published_at=edition.published_at,
        updated_at=edition.published_at,
        body=template.body,
        brief=orjson.dumps(brief).decode(),
        etag=edition.seal,
    )
    low = chance.choice([0, 0, 1, 2, 5, 20])
    high = low + chance.choice([0, 0, 0, 3])
    yield IncidentGist(
        incident_id=key,
        day=day.isoformat(),
        unit="day",
        killed_low=low,
        killed_high=high,
        killed_open=False,
        origins=chance.choice([1, 1, 2]),
        killed_disputed=low != high,
        injured_disputed=False,
    )
    yield _figure(key, low, high)
    yield from _links(key, day, chance)


def _figure(key: str, low: int, high: int) -> FigureEntry:
    return FigureEntry(
        incident_id=key,
        rule="archive",
        measure="killed",
        population="all",
        low=low,
        high=high,
        open_above=False,
        open_below=False,
    )


def _links(key: str, day: date, chance: random.Random) -> Iterator[models.Model]:
    district = min(int(chance.paretovariate(0.3)), DISTRICTS - 1)
    province = district % PROVINCES or 1
    around = [f"d{district}", f"p{province}", f"c{province % COUNTRIES or 1}"]
    yield from (IncidentPlace(incident_id=key, key=one, direct=one == around[0]) for one in around)
    for number in {min(int(chance.paretovariate(0.4)), ACTORS - 1) for _ in range(2)}:
        way = chance.choice(list(Attribution))
        yield IncidentActor(incident_id=key, key=f"a{number}", attribution=way, direct=True)
    for paper in {min(int(chance.paretovariate(0.4)), PAPERS - 1) for _ in range(3)}:
        yield IncidentSource(incident_id=key, key=f"s-{key}-{paper}", publication=f"n{paper}", direct=True)
    yield AttackEntry(
        key=f"{key}/0000001",
        incident_id=key,
        number=1,
        earliest=day,
        latest=day,
        position=f"{day}/{key}/0000001",
        type=chance.choice(list(AttackType)),
        target=chance.choice(list(TargetType)),
        weapon=chance.choice(list(WeaponType)),
        body="{}",
        etag=key,
    )


def measure() -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    for name, asked in LISTS.items():
        page = trial(client, f"/incidents/?{asked}")
        api = [seconds(client, f"/api/v1/incidents/?{asked}") for _ in range(RUNS)]
        print(f"{page};{_median(api)} API  {name}: {page.slowest['sql'][:80]}")  # noqa: T201
    for address in (
        "/incidents/by/actor/",
        "/incidents/by/place/?place=c1",
        "/incidents/by/actor/?name=name+a77",
    ):
        times = [seconds(client, address) for _ in range(RUNS)]
        print(f"{statistics.median(times) * 1000:7.0f} ms  {address}")  # noqa: T201


class Trial(NamedTuple):
    """An address that was asked with nothing kept, then again at once; the queries are of the first time."""

    first: Sequence[float]
    again: Sequence[float]
    queries: Sequence[dict[str, str]]

    @property
    def slowest(self) -> dict[str, str]:
        return max(self.queries, key=lambda query: float(query["time"]))

    def __str__(self) -> str:
        slowest = float(self.slowest["time"]) * 1000
        times = f"{_median(self.first)} first,{_median(self.again)} again"
        return f"{times}; {len(self.queries):2} queries, the slowest {slowest:4.0f} ms"


def trial(client: Client, address: str) -> Trial:
    first, again = [], []
    for _ in range(RUNS):
        caches["kept"].clear()
        first.append(seconds(client, address))
        again.append(seconds(client, address))
    caches["kept"].clear()
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return Trial(first, again, caught.captured_queries)


def _median(times: Sequence[float]) -> str:
    return f"{statistics.median(times) * 1000:6.0f} ms"


def seconds(client: Client, address: str) -> float:
    began = time.perf_counter()
    assert client.get(address).status_code == 200
    return time.perf_counter() - began


def download(client: Client) -> None:
    """Everything, in every format, counted as it comes and never kept."""
    files = [f"/api/v1/incidents.{ending}" for ending in ("csv", "ndjson", "parquet", "geojson", "jsonld")]
    for address in ("/incidents.csv", "/incidents.ndjson", "/incidents.csv?place=c1", *files):
        tracemalloc.start()
        began, size = time.perf_counter(), 0
        for part in client.get(address).streaming_content:  # type: ignore[attr-defined]
            size += len(part)
        took, (_, peak) = time.perf_counter() - began, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        print(f"{took:7.1f} s  {size / 1e6:.0f} MB, at most {peak / 1e6:.0f} MB held  {address}")  # noqa: T201


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    if not given.keep:
        fill(given.incidents)
    print(f"\n{connection.vendor}, {IncidentEntry.objects.count()} incidents")  # noqa: T201
    measure()
    download(Client(SERVER_NAME="127.0.0.1"))


if __name__ == "__main__":
    main()
