"""As many rows of our own as are wanted, with the dirt of real ones. The same seed, the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

TOWNS = [f"{name}{end}" for name in ("Strel", "Zen", "Hof", "Elph", "Tarl") for end in ("sau", "da", "bau")]
SIDES = ["Red Hand", "Blue Hand", "Strelsau Guards", "Civilians"]
OFFICES = ["Strelsau Courier", "Reuters News", "Zenda Post"]


def ucdp(number: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many rows of UCDP's format; a few in a hundred are refused, or stand there twice."""
    random = Random(seed)
    for id in range(1, number + 1):
        yield _damaged(_row(id, random), id, random)


def _row(id: int, random: Random) -> dict[str, str]:
    best, town = random.randrange(9), random.randrange(len(TOWNS))
    day = f"{date(2010, 1, 1) + timedelta(days=random.randrange(3_000))} 00:00:00.000"
    low, high = max(0, best - random.randrange(3)), best + random.randrange(3)
    return {
        "id": str(id),
        "type_of_violence": random.choice(["1", "2", "3"]),
        "side_b": random.choice(SIDES),
        "where_coordinates": f"{TOWNS[town]} town",
        "adm_2": f"District {town % 4} district",
        "latitude": str(48 + town / 10 + random.choice([0, 0, 0, 0.05])),
        "date_start": day,
        "date_end": day,
        "best": str(best),
        "low": str(low),
        "high": str(high),
        "deaths_civilians": str(random.choice([0, best])),
        "source_article": _articles(random),
        "source_original": random.choice(["police", "eyewitnesses", ""]),
    }


def _articles(random: Random) -> str:
    return ";".join(
        f'"{random.choice(OFFICES)},2014-03-{random.randrange(1, 29):02},Report {random.randrange(200)}"'
        for _ in range(random.randrange(3))
    )


def _damaged(row: dict[str, str], id: int, random: Random) -> dict[str, str]:
    """The row, or one with something wrong in it: a count, a day, an id that stood before, or quotes."""
    wrong = [{"best": "many"}, {"date_start": "2014-02-30"}, {"id": str(max(1, id - 3))}, {"id": "?"}]
    return row | random.choice(wrong) if random.randrange(100) < 4 else row
