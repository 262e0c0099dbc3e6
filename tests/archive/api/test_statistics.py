"""Statistics say what a plain reading of the records adds up to, and lead to what they counted."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.record import Quantity, Record
from archive.statistics import Grouping, Meaningless, Measure, question
from archive.vocabulary import (
    AttackType,
    Attribution,
    PartAs,
    Population,
    Property,
    Rule,
    TargetType,
    WeaponType,
)
from tests.archive import counted
from tests.archive.events import balochistan, mastung
from tests.archive.published import publish
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

pytestmark = pytest.mark.django_db
STATISTICS = "/api/v1/statistics/"
SITE = "http://127.0.0.1:8000"

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
        date=counted.any_day(random),
        place=where(),
        attacks=attacks,
        entities=ENTITIES,
    )


def answer(client: Client, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = client.get(STATISTICS, asked).json()
    return found


def key_of(group: dict[str, Any], words: Iterable[str]) -> counted.Key:
    """What the group has in common, as `counted` names it."""
    named = {name: (group[name] or {}).get("key", "") for name in ("place", "actor", "publication")}
    period = group["period"] and (group["period"]["name"] or group["period"]["within"] or "")
    found: list[str] = [] if period is None else [period]
    for word in words:
        kind = word.partition(":")[0]
        if kind in named:
            found += [named[kind], group["attribution"] or ""] if kind == "actor" else [named[kind]]
        elif kind in ("type", "target", "weapon"):
            found.append(group[kind] or "")
    return tuple(found)


def sums_of(group: dict[str, Any], measure: str) -> tuple[Any, ...]:
    names = ("low", "high", "records", "open_above", "open_below", "without_number")
    return tuple(group[measure][name] for name in names)


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    words = draw(st.lists(st.sampled_from([word.value for word in Grouping]), max_size=3, unique=True))
    measure = [] if "publication" in words else [draw(st.sampled_from(list(Measure))).value]
    population = draw(st.sampled_from(["all", "civilians"]))
    try:
        question(map(Grouping, words), map(Measure, measure), Population(population))
    except Meaningless:
        words = words[:1]
    ordered = sorted(words, key=lambda word: word not in ("day", "week", "month", "year"))
    return {
        "group_by": ordered,
        "measure": [] if "publication" in ordered else measure or ["killed"],
        "population": population,
        "rule": draw(st.sampled_from(list(Rule))).value,
    }


def test_every_group_is_what_a_plain_reading_counts(client: Client) -> None:
    records = [invented(number) for number in range(60)] + [
        balochistan(),
        mastung().model_copy(update={"id": "m"}),
    ]
    publish(*records)

    @settings(max_examples=80)
    @given(questions())
    def agree(asked: dict[str, Any]) -> None:
        words, rule, population = asked["group_by"], Rule(asked["rule"]), Population(asked["population"])
        measure = (asked["measure"] or ["killed"])[0]
        wanted = counted.counted(records, words, measure, rule, population) if words else {}
        found = {key_of(group, words): group for group in answer(client, **asked)["results"]}

        assert {key: group["incidents"] for key, group in found.items()} == {
            k: n for k, (n, _) in wanted.items()
        }
        if asked["measure"]:
            assert {key: sums_of(group, measure) for key, group in found.items()} == {
                key: sums for key, (_, sums) in wanted.items()
            }

    agree()


@pytest.mark.parametrize(
    "asked",
    [
        {"group_by": ["month", "place:province"]},
        {"group_by": ["day", "type", "weapon"]},
        {"group_by": ["week"], "date_from": "2024-01-05"},
        {"group_by": ["actor", "year"], "attribution": "suspected"},
        {"group_by": "actor", "actor": "group"},
        {"group_by": "place:district", "place": "province-1"},
        {"group_by": "publication", "publication": "rt"},
        {"group_by": "target", "type": "arson"},
        {"group_by": "month", "period": "2024"},
        {"group_by": "place:province", "killed_min": "6", "rule": "span"},
    ],
)
def test_every_group_leads_to_the_list_of_just_its_incidents(client: Client, asked: dict[str, Any]) -> None:
    publish(*(invented(number) for number in range(40)))

    found = answer(client, **asked)

    traced = [group for group in [*found["results"], found["total"]] if group["incidents_url"]]
    assert len(traced) > 1
    for group in traced:
        listed = client.get(group["incidents_url"].removeprefix(SITE)).json()["results"]
        assert len(listed) == group["incidents"], group


def test_the_total_counts_each_incident_once_and_groups_may_overlap(client: Client) -> None:
    two = [attack(1, type=AttackType.BOMBING), attack(2, type=AttackType.ARSON)]
    publish(record(count(1, exactly(5)), id="two", attacks=two), record(count(1, exactly(1)), id="none"))

    found = answer(client, group_by="type")

    assert found["overlapping"] is True
    assert [(group["type"], group["killed"]["low"]) for group in found["results"]] == [
        (None, 1),
        ("arson", 5),
        ("bombing", 5),
    ]
    assert (found["total"]["incidents"], found["total"]["killed"]["low"]) == (2, 6)


def test_a_sum_says_of_how_many_it_is_and_where_it_is_open(client: Client) -> None:
    publish(
        record(count(1, at_least(5)), id="a"),
        record(count(1, at_most(9)), id="b"),
        record(count(1, vague()), id="c"),
        record(id="d"),
    )

    killed = answer(client)["total"]["killed"]

    assert killed == {
        "low": 14,
        "high": 14,
        "records": 2,
        "open_above": 1,
        "open_below": 1,
        "without_number": 2,
    }


def test_where_there_is_no_number_there_is_no_sum(client: Client) -> None:
    publish(record(count(1, vague()), id="a"))

    killed = answer(client)["total"]["killed"]

    assert (killed["low"], killed["high"], killed["records"]) == (None, None, 0)


def test_a_date_wider_than_a_month_is_a_group_of_its_own(client: Client) -> None:
    publish(record(id="a", date="2024-02-07"), record(id="b", date="2024"), record(id="c"))

    found = answer(client, group_by="month")

    assert [group["period"] for group in found["results"]] == [
        {"name": None, "within": None, "reason": "It has no date, or none that lies within one year."},
        {"name": None, "within": "2024", "reason": "Its date lies within 2024, and tells no single month."},
        {"name": "2024-02", "within": None, "reason": ""},
    ]
    assert found["overlapping"] is False


def test_an_incident_of_two_days_in_one_week_stands_in_that_week(client: Client) -> None:
    publish(record(id="a", date="[2024-01-31,2024-02-01]"), record(id="b", date="2024-12-31/2025-01-01"))

    found = answer(client, group_by="week")

    assert [group["period"]["name"] for group in found["results"]] == ["2024-W05", "2025-W01"]


def test_figures_follow_the_rule(client: Client) -> None:
    publish(balochistan())

    lows = {
        rule: answer(client, rule=rule)["total"]["killed"]
        for rule in ("archive", "span", "acled", "official")
    }

    assert [(one["low"], one["high"], one["open_above"]) for one in lows.values()] == [
        (28, 30, 1),
        (24, 30, 1),
        (24, 24, 0),
        (None, None, 0),
    ]


@pytest.mark.parametrize(
    ("asked", "parameter", "why"),
    [
        ({"group_by": ["month", "day"]}, "group_by", "would count for both"),
        ({"group_by": ["publication"], "measure": "killed"}, "measure", "rests on all the sources"),
        ({"measure": ["killed", "killed_or_injured"]}, "measure", "one by one"),
        (
            {"group_by": "place:country", "place": "land", "actor": "none"},
            "actor",
            "There is none with the key",
        ),
        ({"population": "unstated"}, "population", "Ask for all."),
        ({"group_by": "province"}, "group_by", "“province” is not one of: day, week"),
        ({"period": "2024-Q1"}, "period", "2024-W06"),
        ({"page_size": "2001"}, "page_size", "from 1 to 2000"),
        ({"cursor": "x"}, "cursor", "Give a number from 0"),
        ({"by": "month"}, "by", "There is no such parameter"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_reason(
    client: Client, asked: dict[str, Any], parameter: str, why: str
) -> None:
    refused = client.get(STATISTICS, asked)

    assert refused.status_code == 400
    assert why in " ".join(refused.json()["errors"][parameter])


def test_the_provinces_of_a_district_are_not_asked_for(client: Client) -> None:
    publish(record(id="a", place="district-1", entities=PLACES))

    refused = client.get(STATISTICS, {"group_by": "place:province", "place": "district-1"})

    assert "choose a larger place" in refused.json()["errors"]["group_by"][0]


def test_pages_of_groups_follow_one_another(client: Client) -> None:
    publish(*(record(id=f"e{day}", date=f"2024-02-0{day}") for day in range(1, 6)))

    names, path = [], f"{STATISTICS}?group_by=day&page_size=2"
    while path:
        page = client.get(path).json()
        names += [group["period"]["name"] for group in page["results"]]
        path = (page["next"] or "").removeprefix(SITE)

    assert names == [f"2024-02-0{day}" for day in range(1, 6)]


def test_nothing_found_is_counted_as_nothing(client: Client) -> None:
    publish(record(id="a", place="land", entities=PLACES))

    found = answer(client, group_by="place:country", q="mastung")

    assert (found["results"], found["total"]["incidents"], found["total"]["killed"]["low"]) == ([], 0, None)


def test_what_is_published_meanwhile_is_counted(client: Client) -> None:
    publish(record(id="a"))
    before = answer(client)["total"]["incidents"]
    publish(record(id="b"))

    assert (before, answer(client)["total"]["incidents"]) == (1, 2)


@pytest.mark.parametrize(
    "asked", [{"group_by": ["month", "place:province"]}, {"group_by": "actor", "q": "event"}]
)
def test_statistics_take_as_many_queries_of_many_incidents_as_of_few(
    client: Client, asked: dict[str, Any]
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            answer(client, **asked)
        return len(caught)

    publish(*(invented(number) for number in range(2)))
    few = queries()
    publish(*(invented(number) for number in range(2, 20)))

    assert queries() == few
