"""What the invented records name: places within places, actors and publications, a few of them very often."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from random import Random
from typing import Any

from tests.benchmarks.data.words import name

SEED = 8
COUNTRIES, PROVINCES, DISTRICTS, ACTORS, PUBLICATIONS = 60, 900, 9_000, 3_000, 400

Part = dict[str, Any]


class Zipf:
    """Numbers from 0, of which the first comes most often: https://en.wikipedia.org/wiki/Zipf%27s_law."""

    def __init__(self, numbers: int) -> None:
        self.sums: Sequence[float] = list(accumulate(1 / rank for rank in range(1, numbers + 1)))

    def drawn(self, chance: Random) -> int:
        return bisect(self.sums, chance.random() * self.sums[-1])


class World:
    """The parts that records share, as a record holds them; what is named most often comes first."""

    def __init__(self, seed: int = SEED) -> None:
        self.seed = seed
        self.of_districts, self.of_actors = Zipf(DISTRICTS), Zipf(ACTORS)
        self.of_publications = Zipf(PUBLICATIONS)

    def _chance(self, what: str) -> Random:
        return Random(f"{self.seed} {what}")

    @cached_property
    def countries(self) -> list[Part]:
        chance = self._chance("countries")
        return [_place("country", n, chance, None, _anywhere(chance)) for n in range(COUNTRIES)]

    @cached_property
    def provinces(self) -> list[Part]:
        chance = self._chance("provinces")
        parents = [self.countries[n % COUNTRIES] for n in range(PROVINCES)]
        return [_within(parent, "province", n, chance, 4.0) for n, parent in enumerate(parents)]

    @cached_property
    def districts(self) -> list[Part]:
        chance = self._chance("districts")
        parents = [self.provinces[n % PROVINCES] for n in range(DISTRICTS)]
        return [_within(parent, "district", n, chance, 1.0) for n, parent in enumerate(parents)]

    @cached_property
    def actors(self) -> list[Part]:
        """Armed groups, of which each tenth is a branch of the most often named."""
        chance = self._chance("actors")
        found: list[Part] = []
        for number in range(ACTORS):
            actor = {"key": f"group-{number + 1}", "name": f"{name(chance)} Front", "kind": "armed_group"}
            if number % 10 == 9:
                actor |= {"part_of": "group-1", "part_as": "branch"}
            found.append(actor)
        return found

    @cached_property
    def publications(self) -> list[Part]:
        chance = self._chance("publications")
        kinds = ["newspaper", "news_agency", "broadcaster", "website"]
        return [
            {"key": f"paper-{n + 1}", "name": f"The {name(chance)} Times", "kind": kinds[n % 4]}
            for n in range(PUBLICATIONS)
        ]

    def around(self, district: int) -> list[Part]:
        """The district, its province and its country."""
        return [
            self.districts[district],
            self.provinces[district % PROVINCES],
            self.countries[district % COUNTRIES],
        ]

    def held(self, actor: int) -> list[Part]:
        """The actor, and the one that it is part of."""
        part = self.actors[actor]
        return [part, self.actors[0]] if "part_of" in part else [part]


def _anywhere(chance: Random) -> tuple[float, float]:
    return chance.uniform(-45, 60), chance.uniform(-140, 160)


def _place(kind: str, number: int, chance: Random, parent: str | None, at: tuple[float, float]) -> Part:
    latitude, longitude = at
    return {
        "key": f"{kind}-{number + 1}",
        "name": name(chance),
        "kind": kind,
        "names": [{"text": name(chance), "language": "en"}],
        "parent": parent,
        "latitude": round(latitude, 4),
        "longitude": round(longitude, 4),
        "precision": kind,
        "time_zone": "Asia/Karachi",
    }


def _within(parent: Part, kind: str, number: int, chance: Random, degrees: float) -> Part:
    at = (
        parent["latitude"] + chance.uniform(-degrees, degrees),
        parent["longitude"] + chance.uniform(-degrees, degrees),
    )
    return _place(kind, number, chance, parent["key"], at)
