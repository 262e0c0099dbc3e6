"""A file of invented rows in the shape of UCDP's Pakistan file: its dirt, its names, its share of each."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from incidents.importers.formats.ucdp import UCDP

COLUMNS = UCDP.variants[1]
SIDES = [f"Front {number}" for number in range(40)]
FIRST = date(1990, 1, 1)


def write(path: Path, rows: int, *, first: int = 1) -> None:
    """Write so many rows, whose ids count from `first`; the same for the same numbers."""
    chance = random.Random(first)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(_rows(rows, first, chance))


def _rows(rows: int, first: int, chance: random.Random) -> Iterator[dict[str, str]]:
    for number in range(rows):
        day = FIRST + timedelta(days=number * 11_000 // rows)
        yield {
            "id": str(first + number),
            "relid": f"RUR-{first + number}",
            **_where(chance),
            **_who(chance),
            **_when(day, chance),
        } | {
            **_deaths(chance),
            **_sources(day, first + number, chance),
        }


def _where(chance: random.Random) -> dict[str, str]:
    province, district = chance.randrange(9), chance.randrange(14)
    town = int(chance.paretovariate(1.2)) % 90
    spot = {"latitude": f"{30 + province + town / 100:.6f}", "longitude": f"{60 + district + town / 100:.6f}"}
    return spot | {
        "country": "Ruritania",
        "iso3": "RUR",
        "adm_1": f"Mark {province} province",
        "adm_2": f"Vale {province}-{district} district",
        "where_coordinates": f"Stead {province}-{district}-{town} town",
        "where_description": f"near the bridge of Stead {town}",
        "where_prec": chance.choices("123456", (37, 41, 17, 1, 3, 1))[0],
    }


def _who(chance: random.Random) -> dict[str, str]:
    kind = chance.choices("123", (84, 7, 9))[0]
    a, b = chance.sample(SIDES, 2)
    sides = {"1": ("Government of Ruritania", b), "2": (a, b), "3": (a, "Civilians")}[kind]
    return {
        "type_of_violence": kind,
        "side_a": sides[0],
        "side_b": sides[1],
        "conflict_name": f"Ruritania: {sides[1]}",
        "source_original": chance.choice(("", "police", "officials", "military", "", "locals, police")),
    }


def _when(day: date, chance: random.Random) -> dict[str, str]:
    precise = chance.random() < 0.95
    end = day if precise else day + timedelta(days=chance.randrange(1, 8))
    times = {"date_start": f"{day} 00:00:00.000", "date_end": f"{end} 00:00:00.000"}
    return times | {"date_prec": "1" if precise else "2", "year": str(day.year)}


def _deaths(chance: random.Random) -> dict[str, str]:
    parts = {f"deaths_{side}": chance.choice((0, 0, 1, 3, 12)) for side in ("a", "b", "civilians", "unknown")}
    best = sum(parts.values())
    low, high = (best + 1, best) if chance.random() < 0.03 else (best, best + chance.choice((0, 0, 0, 5)))
    return {name: str(number) for name, number in {**parts, "best": best, "low": low, "high": high}.items()}


def _sources(day: date, number: int, chance: random.Random) -> dict[str, str]:
    if chance.random() < 0.66:
        return {
            "number_of_sources": "-1",
            "source_article": f"R {day:%d/%m %Y}\n\nFree words on row {number}",
        }
    count = chance.choice((1, 1, 1, 2, 4))
    articles = [
        f'"Agency {chance.randrange(30)},{day},Headline {number}-{one}, the news"' for one in range(count)
    ]
    return {"number_of_sources": str(count), "source_article": ";".join(articles)}
