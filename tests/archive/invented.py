"""Records that may have anything that statistics look at."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from archive.record import Quantity, Record
from archive.vocabulary import AttackType, Attribution, PartAs, Population, Property, TargetType, WeaponType
from tests.builders import (
    actor,
    at_least,
    at_most,
    attack,
    between_or_more,
    count,
    exactly,
    place,
    publication,
    record,
    responsible,
    source,
    vague,
)

PLACES = [
    place("land", kind="country"),
    place("abroad", kind="country"),
    *(place(f"province-{n}", parent="land", kind="province") for n in range(2)),
    *(place(f"district-{n}", parent=f"province-{n % 2}", kind="district") for n in range(4)),
]
ACTORS = [actor("group"), actor("branch", part_of="group", part_as=PartAs.BRANCH), actor("others")]
SOURCES = [source("s1", publication="dawn"), source("s2", publication="rt"), source("s3")]
ENTITIES = [*PLACES, *ACTORS, *SOURCES, publication("dawn"), publication("rt")]
QUANTITIES = [exactly(0), exactly(7), at_least(5), at_most(9), between_or_more(3, 8), vague()]
TOPICS = [
    (Property.KILLED, Population.ALL),
    (Property.KILLED, Population.CIVILIANS),
    (Property.INJURED, Population.UNSTATED),
    (Property.KILLED_OR_INJURED, Population.ALL),
]


def quantity(random: Random, among: Population) -> Quantity:
    return random.choice(QUANTITIES).model_copy(update={"population": among})


def invented(number: int) -> Record:
    """A record that may have anything that statistics look at."""
    random = Random(number)

    def where() -> str | None:
        return random.choice([None, *(one.key for one in PLACES)])

    claims = [
        count(n, quantity(random, among), random.choice(["s1", "s2", "s3"]), measure=measure)
        for n, (measure, among) in enumerate(random.choices(TOPICS, k=3), start=1)
    ]
    ways = random.choices([way for way in Attribution if way is not Attribution.NONE_NAMED], k=2)
    held = [responsible(n, random.choice(ACTORS).key, way) for n, way in enumerate(ways, start=4)]
    nobody = [responsible(6, None, Attribution.NONE_NAMED)] if random.random() < 0.3 else []
    attacks = [
        attack(
            n + 1,
            place=where(),
            type=random.choice([None, *AttackType][:4]),
            target=random.choice([None, *TargetType][:4]),
            weapon=random.choice([None, *WeaponType][:3]),
        )
        for n in range(random.randrange(3))
    ]
    return record(
        *claims,
        *held[: random.randrange(3)],
        *nobody,
        id=f"e{number}",
        date=any_day(random),
        place=where(),
        attacks=attacks,
        entities=ENTITIES,
    )


def any_day(random: Random) -> str | None:
    """A date of any width, or none."""
    day = date(2023, 12, 1) + timedelta(random.randrange(100))
    later = day + timedelta(random.choice([1, 3, 20, 300]))
    return random.choice(
        [
            None,
            day.isoformat(),
            day.isoformat(),
            day.isoformat()[:7],
            day.isoformat()[:4],
            f"{day}/{later}",
            f"{day}/..",
        ]
    )
