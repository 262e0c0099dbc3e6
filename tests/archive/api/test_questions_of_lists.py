"""Figures by another rule, or as they could be known on another day, in the list of incidents."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.answers import AskedAttack, AskedBrief
from archive.api import questions
from archive.vocabulary import Rule
from tests.archive.events import balochistan, mastung
from tests.archive.published import publish
from tests.builders import record

pytestmark = pytest.mark.django_db
API = "/api/v1"


def listed(client: Client, query: str) -> dict[str, Any]:
    results = client.get(f"{API}/incidents/?{query}").json()["results"]
    return {one["id"]: one for one in results}


@pytest.mark.parametrize("query", [*(f"rule={rule}" for rule in Rule), "known_at=2018-07-13"])
def test_a_list_gives_the_figures_that_each_incident_gives(client: Client, query: str) -> None:
    publish(balochistan(), mastung().model_copy(update={"id": "mastung"}), record(id="empty"))

    for name, one in listed(client, query).items():
        whole = client.get(f"{API}/incidents/{name}/?{query}").json()
        assert one["figures"] == [figure for figure in whole["figures"] if figure["attack"] is None]
        assert (one["rule"], one["known_at"]) == (whole["rule"], whole["known_at"])
        AskedBrief.model_validate(one)


def test_the_rest_of_the_answer_stays(client: Client) -> None:
    publish(balochistan())
    plain, asked = listed(client, "")["event-1"], listed(client, "rule=span")["event-1"]

    assert {**asked, "figures": plain["figures"]} == {**plain, "rule": "span", "known_at": None}


def test_a_figure_says_which_claims_it_uses_and_leaves_out(client: Client) -> None:
    publish(mastung())

    (killed, *_) = listed(client, "known_at=2018-07-13&rule=archive")["event-1"]["figures"]

    assert (killed["best"], killed["used"][0]) == (128, 3)
    assert {"claim": 1, "reason": "superseded"} in killed["left_out"]


def test_a_day_is_looked_at_for_so_many_incidents_at_most(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(record(id="a"), record(id="b", date="2024-01-01"))
    monkeypatch.setattr(questions, "MOST", 1)

    answer = client.get(f"{API}/incidents/?known_at=2024-02-07&page_size=1")

    assert answer.json()["errors"] == {"known_at": ["More than 1 are asked for: narrow the filter."]}
    assert len(listed(client, "known_at=2024-02-07&date_from=2024-01-01")) == 1


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("known_at=yesterday", "known_at"), ("known_at=", "known_at"), ("rule=best", "rule")],
)
def test_a_rule_or_a_day_that_there_is_not_is_refused(client: Client, query: str, parameter: str) -> None:
    answer = client.get(f"{API}/incidents/?{query}")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, [parameter])


def test_the_fields_that_a_question_adds_can_be_asked_for(client: Client) -> None:
    publish(balochistan())

    assert listed(client, "rule=span&fields=id,rule")["event-1"] == {"id": "event-1", "rule": "span"}


@pytest.mark.parametrize("at", ["attacks/", "incidents/event-1/attacks/"])
@pytest.mark.parametrize("query", ["rule=span", "rule=acled&known_at=2024-02-07"])
def test_attacks_follow_the_rule_and_the_day_too(client: Client, at: str, query: str) -> None:
    publish(balochistan())
    whole = client.get(f"{API}/incidents/event-1/?{query}").json()

    for one in client.get(f"{API}/{at}?{query}").json()["results"]:
        AskedAttack.model_validate(one)
        assert one["figures"] == [figure for figure in whole["figures"] if figure["attack"] == one["number"]]
        assert (one["rule"], one["known_at"]) == (whole["rule"], whole["known_at"])


@pytest.mark.parametrize("at", ["claims/", "citations/", "sources/"])
def test_what_has_no_figures_knows_no_rule(client: Client, at: str) -> None:
    assert client.get(f"{API}/{at}?rule=span").status_code == 400
