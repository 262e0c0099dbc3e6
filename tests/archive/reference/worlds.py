"""Small archives at random, whose records share what they name, and questions to ask of them at random."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from archive import catalogue, editions
from archive.figures import for_readers
from archive.filters import DatedFilters, Filters
from archive.filters.fields import FlagFilter, KeysFilter, Several, WordFilter, WordsFilter
from archive.record import Citation, Claim, Claimant, PartOf, PartOfClaim, Record
from archive.vocabulary import (
    About,
    AttackType,
    Attribution,
    ClaimantKind,
    EditionKind,
    PartAs,
    PlaceKind,
    Precision,
    Property,
    Rank,
    SourceKind,
    Stance,
    TargetType,
    WeaponType,
)
from tests.archive.reference.reading import World
from tests.builders import (
    actor,
    at_least,
    at_most,
    attack,
    between,
    conflict,
    count,
    exactly,
    place,
    publication,
    record,
    responsible,
    source,
    vague,
)

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
DAYS = ["2024-02", "2024-02-07", "2024-02-07/..", "../2024-02-07", "2023", "2024-03-01"]
WORDS = ["alpha", "beta", "gamma"]
NUMBERS = range(8)

ENTITIES: list[Any] = [
    place("land", kind=PlaceKind.COUNTRY, latitude=30.0, longitude=70.0, precision=Precision.COUNTRY),
    place("province", parent="land"),
    place("town", parent="province", latitude=30.18, longitude=67.0, precision=Precision.EXACT),
    place("island", latitude=-17.0, longitude=179.9, precision=Precision.NEAR, kind=PlaceKind.SITE),
    actor("group"),
    actor("branch", part_of="group", part_as=PartAs.BRANCH, kind="media"),
    publication("daily"),
    publication("wire", kind="news_agency"),
    source("s1", publication="daily", language="en"),
    source("s2", publication="wire", language="ur", kind=SourceKind.REPORT),
    source("s3", language="en"),
    conflict("war"),
]
SOURCES, ACTORS = ["s1", "s2", "s3"], ["group", "branch"]
PLACES = ["land", "province", "town", "island"]
POINTS = ["30.2,67.1", "-17,-179.9", "0,0", "30,70"]
#: Neither means anything without the other.
PAIR = ("near", "within_km")
BOXES = ["66,29,71,31", "-180,-90,180,90", "179,-18,180,-16"]

citations = st.builds(Citation, source=st.sampled_from(SOURCES), stance=st.sampled_from(Stance))
claimants = st.builds(Claimant, actor=st.none() | st.sampled_from(ACTORS), kind=st.sampled_from(ClaimantKind))
quantities = st.one_of(
    st.builds(exactly, st.sampled_from(NUMBERS)),
    st.builds(at_least, st.sampled_from(NUMBERS)),
    st.builds(at_most, st.sampled_from(NUMBERS)),
    st.builds(between, st.integers(0, 3), st.integers(3, 7)),
    st.builds(vague),
)


@st.composite
def claims(draw: DrawFn, number: int) -> Claim:
    rank = draw(st.sampled_from(Rank))
    common: dict[str, Any] = {
        "about": draw(st.sampled_from([About.INCIDENT, About.CONTEXT])),
        "claimant": draw(claimants),
        "citations": draw(st.lists(citations, min_size=1, max_size=3)),
        "rank": rank,
        "rank_reason": "" if rank is Rank.NORMAL else "weighed",
    }
    match draw(st.sampled_from(["count", "count", "responsible", "part of"])):
        case "count":
            measure = draw(st.sampled_from([Property.KILLED, Property.INJURED]))
            return count(number, draw(quantities), measure=measure, **common)
        case "responsible":
            way = draw(st.sampled_from(Attribution))
            who = None if way is Attribution.NONE_NAMED else draw(st.sampled_from(ACTORS))
            return responsible(number, who, way, **common)
        case _:
            value = PartOf(conflict="war")
            return PartOfClaim(number=number, property=Property.PART_OF, value=value, **common)


attacks = st.fixed_dictionaries(
    {
        "place": st.none() | st.sampled_from(PLACES),
        "date": st.none() | st.sampled_from(DAYS),
        "type": st.none() | st.sampled_from([AttackType.BOMBING, AttackType.ARSON]),
        "target": st.none() | st.sampled_from([TargetType.POLICE, TargetType.BUSINESS]),
        "weapon": st.none() | st.sampled_from([WeaponType.EXPLOSIVES, WeaponType.MELEE]),
    }
)


@st.composite
def incidents(draw: DrawFn, name: str) -> Record:
    number = draw(st.integers(0, 4))
    settled = draw(st.lists(attacks, max_size=2))
    return record(
        *(draw(claims(n)) for n in range(1, number + 1)),
        id=name,
        title=f"Event {draw(st.sampled_from(WORDS))}",
        date=draw(st.none() | st.sampled_from(DAYS)),
        place=draw(st.none() | st.sampled_from(PLACES)),
        attacks=[attack(n, **one) for n, one in enumerate(settled, start=1)],
        entities=ENTITIES,
    )


@st.composite
def histories(draw: DrawFn) -> list[tuple[Record, EditionKind | None]]:
    """Records to publish one after the other, each with the kind of its edition."""
    first = [(draw(incidents(f"e{number}")), None) for number in range(draw(st.integers(2, 4)))]
    kinds = st.sampled_from([EditionKind.UPDATE, EditionKind.CORRECTION, EditionKind.MAINTENANCE])
    again = [(draw(incidents(one.id)), draw(kinds)) for one, _ in first if draw(st.booleans())]
    return [*first, *again]


def published(history: Sequence[tuple[Record, EditionKind | None]]) -> World:
    """One edition a day, all of them in the catalogue."""
    found = []
    for number, (one, kind) in enumerate(history):
        edition = editions.append(for_readers(one), kind=kind, at=NOW + timedelta(days=number))
        catalogue.index(edition)
        found.append(edition)
    return World(found)


#: Values of parameters that take no words of a closed list and no keys.
VALUES: dict[str, Sequence[str]] = {
    "q": [*WORDS, "s1", "place", "town", "actor"],
    "date_from": ["2023-06-01", "2024-02-07", "2024-02-20"],
    "date_to": ["2023-06-01", "2024-02-07", "2024-02-20"],
    "updated_since": ["2026-01-01", "2026-01-02", "2026-01-02T12:00:00Z", "2026-01-02T12:00:01+00:00"],
    "bbox": BOXES,
    "near": POINTS,
    "within_km": ["1", "30", "500.5", "20015"],
    "language": ["en", "ur", "fr"],
    "origins_min": ["0", "1", "2", "3"],
    "period": ["2024", "2023", "2024-02", "2024-W06", "2024-02-07", "2023-06-01"],
    "after": ["0", "1", "3"],
    **{f"{name}_{end}": ["0", "2", "3", "7"] for name in ("killed", "injured") for end in ("min", "max")},
}


@st.composite
def questions(draw: DrawFn, filters: type[Filters]) -> list[dict[str, list[str]]]:
    """Every parameter of the list by itself, and some of them together, with values that it takes.

    Keys may be of nothing that was published.
    """
    names = sorted(filters.base_filters)
    some = st.lists(st.sampled_from(names), min_size=2, max_size=3, unique=True)
    together = draw(st.lists(some, min_size=2, max_size=2))
    return [_question(draw, filters, chosen) for chosen in [*([name] for name in names), *together]]


def _question(draw: DrawFn, filters: type[Filters], names: Sequence[str]) -> dict[str, list[str]]:
    wanted = set(names) | (set(PAIR) if set(PAIR) & set(names) else set())
    asked = {name: draw(_values(name, filters.base_filters[name])) for name in sorted(wanted)}
    # Incidents are found by every word of their texts; here only those of their titles are told.
    return asked | ({"q": [draw(st.sampled_from(WORDS))]} if "q" in asked and filters is DatedFilters else {})


def _values(name: str, one: Any) -> SearchStrategy[list[str]]:
    most = 2 if isinstance(one, Several) else 1
    return st.lists(st.sampled_from(_known(name, one)), min_size=1, max_size=most, unique=True)


def _known(name: str, one: Any) -> Sequence[str]:
    if isinstance(one, WordsFilter | WordFilter):
        return [word.value for word in one.words]
    if isinstance(one, FlagFilter):
        return list(one.VALUES)
    if isinstance(one, KeysFilter):
        model = one.extra["model"]
        listed = getattr(model, "listed_as", "")
        keys = [part.key for part in ENTITIES if listed == f"{type(part).__name__.lower()}s"]
        return keys if listed else [f"e{number}" for number in range(3)]
    return VALUES[name]
