"""The invented records: five claims, seven citations and three sources each, and two of another size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, NamedTuple

from archive.record import Record, make_record
from tests.benchmarks.data import words
from tests.benchmarks.data.world import SEED, Part, World

FIRST_DAY, DAYS = date(2000, 1, 1), 9_000
#: The incidents that are larger than the others, by id.
FORTY, THOUSANDS = "forty-claims", "two-thousand-claims"
QUALIFIERS = {"exact": ("best",), "at_least": ("low",), "about": ("best",), "range": ("low", "high")}
ATTRIBUTIONS = {"attributed": 40, "self_claimed": 25, "suspected": 20, "officially_accused": 10, "denied": 5}
SETTLED = ("date", "attack_type", "target", "weapon")
CLAIMANTS = {"unstated": 55, "official": 25, "witness": 12, "media": 8}


class Size(NamedTuple):
    """How much a record holds. `each`: how many of its sources a claim cites, in turn."""

    claims: int
    sources: int
    each: tuple[int, ...]
    attacks: int = 1


#: Five claims with seven citations.
PLAIN = Size(5, 3, (2, 2, 1, 1, 1))
#: Sixty citations of thirty sources; three thousand of three hundred.
LARGE = {FORTY: Size(40, 30, (2, 1), 2), THOUSANDS: Size(2_000, 300, (2, 1), 3)}


def records(count: int, seed: int = SEED, after: int = 0) -> Iterator[Record]:
    """So many records, of which the first two are large; those `after` so many."""
    for number in range(after + 1, count + 1):
        yield record_of(number, seed)


def record_of(number: int, seed: int = SEED) -> Record:
    """The record of this number, from 1; it depends on the number and the seed alone."""
    return make_record(_Report(number, _world(seed)).record())


def id_of(number: int) -> str:
    large = tuple(LARGE)
    return large[number - 1] if number <= len(large) else f"event-{number}"


@cache
def _world(seed: int) -> World:
    return World(seed)


class _Report:
    """One record while it is made."""

    def __init__(self, number: int, world: World) -> None:
        self.number, self.world, self.id = number, world, id_of(number)
        self.size = LARGE.get(self.id, PLAIN)
        self.chance = Random(f"{world.seed} {number}")
        self.day = FIRST_DAY + timedelta(self.chance.randrange(DAYS))
        self.places = world.around(world.of_districts.drawn(self.chance))
        self.kind = "bombing" if self.chance.random() < 0.5 else self.chance.choice(list(words.KINDS))
        self.target = self.chance.choice(list(words.TARGETS))
        self.weapon = self.chance.choice(words.WEAPONS)
        self.killed = int(self.chance.paretovariate(0.9)) % 400
        self.actors: dict[str, Part] = {}

    def record(self) -> dict[str, Any]:
        papers, sources = self._sources()
        claims = [self._claim(n, sources) for n in range(1, self.size.claims + 1)]
        return {
            "id": self.id,
            "title": f"{self.places[0]['name']} {words.KINDS[self.kind]}",
            "date": self.day.isoformat(),
            "place": self.places[0]["key"],
            "attacks": [self._attack(n) for n in range(1, self.size.attacks + 1)],
            "claims": claims,
            "sources": sources,
            "publications": papers,
            "actors": list(self.actors.values()),
            "places": self.places,
        }

    def _attack(self, number: int) -> Part:
        return {
            "number": number,
            "label": f"{words.KINDS[self.kind].capitalize()} {number}",
            "place": self.places[0]["key"],
            "date": self.day.isoformat(),
            "type": self.kind,
            "target": self.target,
            "weapon": self.weapon,
        }

    def _sources(self) -> tuple[list[Part], list[Part]]:
        """Who printed it, and what."""
        papers: dict[str, Part] = {}
        sources = []
        for number in range(1, self.size.sources + 1):
            paper = self.world.publications[self.world.of_publications.drawn(self.chance)]
            papers[paper["key"]] = paper
            sources.append(self._source(number, paper))
        return list(papers.values()), sources

    def _source(self, number: int, paper: Part) -> Part:
        key = f"s-{self.number}-{number}"
        relies = number == 3 and self.chance.random() < 0.2
        return {
            "key": key,
            "kind": "article",
            "title": f"{self.killed} dead in {self.places[0]['name']} {words.KINDS[self.kind]}",
            "publication": paper["key"],
            "authors": [f"{words.name(self.chance)} {words.name(self.chance)}"],
            "language": "ur" if self.chance.random() < 0.1 else "en",
            "published": (self.day + timedelta(self.chance.randrange(3))).isoformat(),
            "url": f"https://{paper['key']}.example.org/{self.day:%Y/%m}/{key}",
            "relies_on": [{"how": "syndicates", "source": f"s-{self.number}-1"}] if relies else [],
        }

    def _claim(self, number: int, sources: list[Part]) -> Part:
        made = [self._killed, self._injured, self._responsibility, self._place, self._prose]
        made += [self._settling] * len(SETTLED) if self.size is not PLAIN else []
        own = made[(number - 1) % len(made)](number)
        return {
            "number": number,
            "claimant": self._claimant(),
            "citations": self._citations(number, sources),
        } | own

    def _claimant(self) -> Part:
        kind = self.chance.choices(list(CLAIMANTS), list(CLAIMANTS.values()))[0]
        return {"kind": kind, "role": "" if kind == "unstated" else self.chance.choice(words.ROLES)}

    def _citations(self, number: int, sources: list[Part]) -> list[Part]:
        each = self.size.each[(number - 1) % len(self.size.each)]
        first = number + number // len(sources)
        cited = [sources[(first + n) % len(sources)]["key"] for n in range(each)]
        return [
            {
                "source": key,
                "locator": f"paragraph {self.chance.randint(1, 9)}",
                "quote": self._told(self.chance.choice(words.DETAILS)),
            }
            for key in cited
        ]

    def _told(self, text: str) -> str:
        return text.format(place=self.places[0]["name"])

    def _killed(self, number: int) -> Part:
        return self._count("killed", self.killed + (number > len(PLAIN.each)) * self.chance.randrange(4))

    def _injured(self, number: int) -> Part:
        return self._count("injured", self.killed * 2 + self.chance.randrange(9))

    def _count(self, measure: str, people: int) -> Part:
        qualifier = self.chance.choice(list(QUALIFIERS))
        numbers = {"best": people, "low": people, "high": people + 3}
        held = {name: numbers[name] for name in QUALIFIERS[qualifier]}
        value = {"qualifier": qualifier, "population": "all", **held}
        return {"property": measure, "value": value, "stated": f"{people} people were {measure}"}

    def _responsibility(self, number: int) -> Part:
        held = self.world.held(self.world.of_actors.drawn(self.chance))
        self.actors |= {actor["key"]: actor for actor in held}
        way = self.chance.choices(list(ATTRIBUTIONS), list(ATTRIBUTIONS.values()))[0]
        value = {"actor": held[0]["key"], "attribution": way}
        return {"property": "responsibility", "value": value, "stated": f"blamed on the {held[0]['name']}"}

    def _place(self, number: int) -> Part:
        return {"property": "place", "value": {"place": self.places[0]["key"]}, "stated": "in the district"}

    def _settling(self, number: int) -> Part:
        """What backs one of the settled columns, in turn; only large records have all of these."""
        name = SETTLED[number % len(SETTLED)]
        values: dict[str, Part] = {
            "date": {"edtf": self.day.isoformat()},
            "attack_type": {"type": self.kind},
            "target": {"type": self.target, "text": words.TARGETS[self.target]},
            "weapon": {"type": self.weapon},
        }
        return {"property": name, "value": values[name], "stated": f"in the report of {self.day:%A}"}

    def _prose(self, number: int) -> Part:
        text = words.prose(
            self.chance,
            3,
            killed=self.killed,
            injured=self.killed * 2,
            kind=words.KINDS[self.kind],
            target=words.TARGETS[self.target],
            place=self.places[0]["name"],
            day=f"{self.day:%A}",
        )
        value = {"section": "lead" if number == len(PLAIN.each) else "events"}
        return {"property": "statement", "value": value | {"text": text + words.seldom(self.number)}}
