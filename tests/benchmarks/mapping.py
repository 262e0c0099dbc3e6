"""How long the map takes among very many incidents: the page, and the circles that its script asks for.

Side by side: gathered for the first time, and shown again.

On an empty, migrated database, named by DATABASE_URL:

    DEBUG=1 python -m tests.benchmarks.mapping --incidents 100000

With `--keep` it measures the rows that are there.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterator
from typing import NamedTuple

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

import orjson  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from archive.bulk import insert_final  # noqa: E402
from archive.maps import point_at  # noqa: E402
from archive.models import IncidentPlace, IncidentSpot  # noqa: E402
from archive.vocabulary import Located  # noqa: E402
from tests.benchmarks import browsing  # noqa: E402

BATCH = 5000
#: How many of a hundred incidents stand as what.
SHARES = {Located.SPOT: 60, Located.DISTRICT: 25, Located.PROVINCE: 10, Located.COUNTRY: 5}

FILTERS = {
    "everything": "",
    "a country": "place=c1",
    "a year, sources disagree": "date_from=2010-01-01&date_to=2010-12-31&disputed=killed",
    "words": "q=event",
    "a box": "bbox=60,23,78,37",
}
VIEWS = {
    "the world": "zoom=2&view=-180,-85,180,85",
    "a country": "zoom=6&view=58,22,80,38",
    "a province": "zoom=8&view=64,27,71,32",
    "a town": "zoom=12&view=66.8,30,67.2,30.4",
    "the world from too near": "zoom=12&view=-180,-85,180,85",
}


class Seat(NamedTuple):
    """Where the incidents of a district stand."""

    latitude: float
    longitude: float


def place_them() -> None:
    """Give each incident of the list a spot near the seat of its district."""
    chance = random.Random(11)
    seats: dict[str, Seat] = {}
    links = IncidentPlace.objects.filter(direct=True).values_list("incident", "key").iterator()
    waiting: list[IncidentSpot] = []
    with transaction.atomic():
        IncidentSpot.objects.all().delete()
        for incident, district in links:
            seat = seats.setdefault(district, Seat(chance.uniform(-50, 65), chance.uniform(-150, 170)))
            waiting.append(_spot(incident, district, seat, chance))
            if len(waiting) == BATCH:
                insert_final(waiting)
                waiting.clear()
        insert_final(waiting)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _spot(incident: str, district: str, seat: Seat, chance: random.Random) -> IncidentSpot:
    located = chance.choices(list(SHARES), list(SHARES.values()))[0]
    latitude, longitude = seat
    if located is Located.SPOT:
        latitude, longitude = chance.gauss(latitude, 0.4), chance.gauss(longitude, 0.4)
    x, y = point_at(latitude, longitude)
    return IncidentSpot(incident_id=incident, key=district, x=x, y=y, located=located)


def measure() -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    for name, asked in FILTERS.items():
        print(f"{browsing.trial(client, f'/incidents/map/?{asked}')}  page: {name}")  # noqa: T201
    for name, asked in _questions():
        address = f"/incidents/map/circles/?{asked}"
        answer = client.get(address).content
        size = f"{len(orjson.loads(answer)['features'])} circles, {len(answer) / 1000:.0f} kB"
        print(f"{browsing.trial(client, address)}  circles: {name}: {size}")  # noqa: T201
    print(f"{browsing.trial(client, '/incidents/map/here/?place=d1')}  a circle opened")  # noqa: T201


def _questions() -> Iterator[tuple[str, str]]:
    yield from VIEWS.items()
    yield "a country of one country's", f"{VIEWS['a country']}&place=c1"
    yield "the world of a year", f"{VIEWS['the world']}&date_from=2010-01-01&date_to=2010-12-31"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    if not given.keep:
        browsing.fill(given.incidents)
        place_them()
    print(f"\n{connection.vendor}, {IncidentSpot.objects.count()} points")  # noqa: T201
    measure()


if __name__ == "__main__":
    main()
