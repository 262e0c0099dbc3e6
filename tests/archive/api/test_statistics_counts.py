"""Statistics say what a plain reading of the records adds up to, and lead to what they counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.statistics import Grouping, Meaningless, Measure, question
from archive.vocabulary import Population, Rule
from tests.archive import counted
from tests.archive.api.asking import SITE, answer
from tests.archive.events import balochistan, mastung
from tests.archive.invented import invented
from tests.archive.published import publish

pytestmark = pytest.mark.django_db


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
