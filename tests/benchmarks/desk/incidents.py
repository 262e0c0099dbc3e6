"""A desk with very many incidents: a thousand are made, the others copied from them by the database."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from archive.vocabulary import MEASURES, AttackType, Property
from incidents.models import Actor, ActorAlias, Attack, Citation, Claim, Conflict, Incident, Place, PlaceName
from sources.models import Publication, Source
from sources.search import prepare_search

BASE = 1000
SOURCES, CLAIMS = 3, 5
KINDS = [
    "bombing",
    "ambush",
    "shelling",
    "clash",
    "raid",
    "kidnapping",
    "killing",
    "attack",
    "explosion",
    "shooting",
]
SYLLABLES = [
    "ba",
    "lo",
    "chi",
    "stan",
    "mas",
    "tung",
    "kil",
    "la",
    "sai",
    "ful",
    "pi",
    "shin",
    "quet",
    "ta",
    "pesh",
    "awar",
    "kan",
    "da",
    "har",
    "zhob",
    "lor",
    "gul",
]

#: By how much a copy's columns lie beyond the base's: those of the tables that are copied.
Steps = Mapping[str, int]


def make(incidents: int, seed: int) -> None:
    """Fill the empty database with that many incidents, five claims and three sources each."""
    chance = random.Random(seed)
    with transaction.atomic():
        _shared(chance)
        _base(chance)
    _drop_indexes()
    for copy in range(1, incidents // BASE):
        with transaction.atomic():
            _copy(copy)
    _count_on()
    for label in ("sources", "incidents"):
        prepare_search(apps.get_app_config(label))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).title()


def _shared(chance: random.Random) -> None:
    Publication.objects.bulk_create(
        Publication(pk=n, key=f"paper-{n}", name=f"{_name(chance)} Times", kind="newspaper")
        for n in range(1, 301)
    )
    Conflict.objects.bulk_create(Conflict(pk=n, key=f"war-{n}", name=_name(chance)) for n in range(1, 21))
    Actor.objects.bulk_create(
        Actor(pk=n, key=f"group-{n}", name=f"{_name(chance)} Front", kind="armed_group")
        for n in range(1, 5001)
    )
    ActorAlias.objects.bulk_create(ActorAlias(actor_id=n, text=_name(chance)) for n in range(1, 5001))
    Place.objects.bulk_create(
        Place(pk=n, key=f"place-{n}", name=_name(chance), kind="district") for n in range(1, 20_001)
    )
    PlaceName.objects.bulk_create(PlaceName(place_id=n, text=_name(chance)) for n in range(1, 20_001))


def _base(chance: random.Random) -> None:
    numbers = range(1, BASE + 1)
    Source.objects.bulk_create(_source(n, chance) for n in range(1, BASE * SOURCES + 1))
    Incident.objects.bulk_create(_incident(n, chance) for n in numbers)
    Attack.objects.bulk_create(
        Attack(pk=n, incident_id=n, number=1, label=_name(chance), type=chance.choice(list(AttackType)))
        for n in numbers
    )
    Claim.objects.bulk_create(_claim(n, chance) for n in range(1, BASE * CLAIMS + 1))
    Citation.objects.bulk_create(
        Citation(pk=n, claim_id=n, source_id=(n - 1) // CLAIMS * SOURCES + 1 + n % SOURCES, locator="lead")
        for n in range(1, BASE * CLAIMS + 1)
    )


def _source(number: int, chance: random.Random) -> Source:
    title = f"{_name(chance)} {chance.choice(KINDS)} leaves {chance.randint(2, 90)} dead in {_name(chance)}"
    key = f"source-{number}"
    paper = chance.randint(1, 300)
    url = f"https://paper-{paper}.example.org/{key}"
    return Source(pk=number, key=key, kind="article", title=title, publication_id=paper, url=url)


def _incident(number: int, chance: random.Random) -> Incident:
    day = f"{chance.randint(1990, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return Incident(
        pk=number,
        key=f"event-{number}",
        title=f"{_name(chance)} {chance.choice(KINDS)}",
        date=day,
        place_id=chance.randint(1, 20_000),
        state=chance.choices(["approved", "draft", "in_review"], [90, 9, 1])[0],
        next_claim_number=CLAIMS + 1,
        next_attack_number=2,
    )


def _claim(key: int, chance: random.Random) -> Claim:
    incident, number = (key - 1) // CLAIMS + 1, (key - 1) % CLAIMS + 1
    place = {"pk": key, "incident_id": incident, "number": number, "position": number}
    if number == CLAIMS:
        return Claim(**place, property=Property.PLACE, place_id=chance.randint(1, 20_000))
    best = chance.randint(1, 90)
    return Claim(
        **place,
        property=chance.choice(MEASURES),
        qualifier="exact",
        best=best,
        population="unstated",
        stated=f"{best} people",
        claimant_id=chance.randint(1, 5000),
    )


#: What is copied, in order, with the columns that lead to other copied rows.
COPIED: Mapping[type[models.Model], Steps] = {
    Source: {"id": BASE * SOURCES},
    Incident: {"id": BASE},
    Attack: {"id": BASE, "incident_id": BASE},
    Claim: {"id": BASE * CLAIMS, "incident_id": BASE, "attack_id": BASE},
    Citation: {"id": BASE * CLAIMS, "claim_id": BASE * CLAIMS, "source_id": BASE * SOURCES},
}


def _copy(copy: int) -> None:
    with connection.cursor() as cursor:
        for model, steps in COPIED.items():
            columns = [str(field.column) for field in model._meta.concrete_fields]
            values = ", ".join(_copied(column, steps, copy) for column in columns)
            names = ", ".join(f'"{column}"' for column in columns)
            table = model._meta.db_table
            cursor.execute(
                f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" WHERE id <= {steps["id"]}'
            )


def _copied(column: str, steps: Steps, copy: int) -> str:
    if column in steps:
        return f'"{column}" + {steps[column] * copy}'
    if column == "key":
        return f"\"key\" || '-{copy}'"
    if column in ("title", "words"):
        return f"\"{column}\" || ' {copy}'"
    return f'"{column}"'


def _drop_indexes() -> None:
    """On PostgreSQL, those that are quicker made once at the end."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in (model._meta.db_table for model in COPIED):
                cursor.execute(f'DROP INDEX IF EXISTS "{table}_words"')


def _count_on() -> None:
    with connection.cursor() as cursor:
        for statement in _sequences():
            cursor.execute(statement)


def _sequences() -> Iterator[str]:
    used: list[Any] = [*COPIED, Publication, Conflict, Actor, Place]
    yield from connection.ops.sequence_reset_sql(no_style(), used)


def add_large_incident(claims: int) -> Incident:
    """One incident more, with that many claims, all cited."""
    incident = Incident.objects.create(
        key="large", title="A very large incident", next_claim_number=claims + 1
    )
    rows = Claim.objects.bulk_create(
        Claim(
            incident=incident,
            number=n,
            position=n,
            property=Property.KILLED,
            qualifier="exact",
            best=n % 90,
            population="all",
            stated=f"{n % 90} people",
        )
        for n in range(1, claims + 1)
    )
    Citation.objects.bulk_create(Citation(claim=row, source_id=1, locator="lead") for row in rows)
    return incident
