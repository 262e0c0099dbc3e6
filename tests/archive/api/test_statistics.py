"""What statistics say of groups, sums, rules and pages, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.vocabulary import AttackType
from tests.archive.api.asking import SITE, STATISTICS, answer
from tests.archive.events import balochistan
from tests.archive.invented import PLACES
from tests.archive.published import publish
from tests.builders import at_least, at_most, attack, count, exactly, record, vague

pytestmark = pytest.mark.django_db


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
