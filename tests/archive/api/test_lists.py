"""What the API answers about many things."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.record import PartOf, PartOfClaim
from archive.vocabulary import About, Attribution, Property, Rank
from tests.archive.events import balochistan, mastung
from tests.archive.published import publish, retract
from tests.builders import attack, cited, count, exactly, happened_at, record, responsible

pytestmark = pytest.mark.django_db
API = "/api/v1"
SITE = "http://127.0.0.1:8000"


def ids(client: Client, query: str = "") -> list[str]:
    """The incidents of every page, following `next`."""
    found, path = [], f"{API}/incidents/{query}"
    while path:
        page = client.get(path).json()
        found += [incident["id"] for incident in page["results"]]
        path = (page["next"] or "").removeprefix(SITE)
    return found


def test_incidents_come_newest_first_and_undated_ones_last(client: Client) -> None:
    publish(record(id="b", date="2023"), record(id="c"), record(id="a", date="2024-02-07"))

    assert ids(client) == ["a", "b", "c"]


def test_pages_show_each_incident_once(client: Client) -> None:
    publish(*(record(id=f"e{number}", date="2024-02-07") for number in range(7)))

    assert ids(client, "?page_size=2") == [f"e{number}" for number in reversed(range(7))]


def test_the_previous_page_leads_back(client: Client) -> None:
    publish(*(record(id=f"e{number}") for number in range(5)))
    first = client.get(f"{API}/incidents/?page_size=2").json()
    second = client.get(first["next"].removeprefix(SITE)).json()

    back = client.get(second["previous"].removeprefix(SITE)).json()

    assert back["results"] == first["results"]


def test_a_page_keeps_its_filters(client: Client) -> None:
    publish(*(record(count(1, exactly(number)), id=f"e{number}") for number in range(5)))

    assert ids(client, "?page_size=1&killed_min=3") == ["e4", "e3"]


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "AAAA",
        "%FF",
        "",
        b64encode(b"p=%00").decode(),
        b64encode(b"o=-1").decode(),
        b64encode(b"r=x&p=1").decode(),
    ],
)
@pytest.mark.parametrize("resource", ["incidents", "claims", "editions", "sources"])
def test_a_cursor_that_was_made_up_is_refused(client: Client, resource: str, cursor: str) -> None:
    answer = client.get(f"{API}/{resource}/", {"cursor": cursor})

    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["cursor"]


def test_a_cursor_of_another_list_is_refused(client: Client) -> None:
    answer = client.get(f"{API}/editions/", {"cursor": b64encode(b"p=2024/none").decode()})

    assert answer.status_code == 400


@pytest.mark.parametrize("size", ["0", "201", "-1", "many", "1.5", "٣", "9" * 30])
def test_a_page_has_from_1_to_200_rows(client: Client, size: str) -> None:
    answer = client.get(f"{API}/incidents/", {"page_size": size})

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["page_size"])


def test_a_retracted_incident_is_in_no_list(client: Client) -> None:
    publish(balochistan())
    retract("event-1")

    for resource in ("incidents", "attacks", "claims", "sources", "actors", "places", "editions"):
        assert client.get(f"{API}/{resource}/").json()["results"] == []


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("property=injured&about=attack", [13, 14, 15, 16]),
        ("property=responsibility&actor=is-pakistan&attribution=self_claimed", [20]),
        ("claimant_kind=party", [17, 18]),
        ("claimant=amaq&source=s2", [17, 18]),
        ("source=s3&property=killed", [2]),
        ("about=context", [22]),
        ("property=killed&property=responsibility&source=s1", [1, 5, 6, 8, 21]),
    ],
)
def test_claims_are_narrowed(client: Client, query: str, numbers: list[int]) -> None:
    publish(balochistan())

    listed = client.get(f"{API}/claims/?{query}").json()["results"]

    assert [claim["number"] for claim in listed] == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [("place=town", [1]), ("type=bombing", [2]), ("date_from=2024-02-08", [2]), ("incident=event-1", [1, 2])],
)
def test_attacks_are_narrowed(client: Client, query: str, numbers: list[int]) -> None:
    publish(
        record(
            attacks=[attack(1, place="town", date="2024-02-07"), attack(2, type="bombing", date="2024-02-08")]
        )
    )

    listed = client.get(f"{API}/attacks/?{query}").json()["results"]

    assert sorted(found["number"] for found in listed) == numbers


def test_the_claims_of_one_incident_are_listed_under_it(client: Client) -> None:
    publish(balochistan(), mastung().model_copy(update={"id": "mastung"}))

    listed = client.get(f"{API}/incidents/mastung/claims/?page_size=200").json()["results"]

    assert [claim["number"] for claim in listed] == list(range(1, 14))


def test_a_list_that_the_reader_has_is_not_sent_again(client: Client) -> None:
    publish(balochistan())
    first = client.get(f"{API}/claims/")

    assert client.get(f"{API}/claims/", headers={"if-none-match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "incidents/",
        "incidents/?place=town&actor=group&attribution=suspected&killed_min=1&source=s1&type=bombing",
        "attacks/?place=town",
        "claims/?source=s1",
        "sources/",
        "actors/",
        "places/",
        "editions/",
        "incidents/e0/",
        "incidents/e0/claims/",
        "incidents/e0/editions/1/",
        "incidents/e0/?rule=span",
    ],
)
def test_more_records_need_no_more_queries(path: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert Client().get(f"{API}/{path}").status_code == 200
        return len(captured)

    def event(number: int) -> None:
        publish(
            record(
                *(count(n, exactly(3), f"s{n}") for n in range(1, number + 3)),
                responsible(90, "group", Attribution.SUSPECTED),
                happened_at(91, f"place-{number}"),
                id=f"e{number}",
                place="town",
                attacks=[attack(1, type="bombing", place="town")],
            )
        )

    event(0)
    before = queries()
    for number in range(1, 6):
        event(number)

    assert queries() == before <= 8


@pytest.mark.parametrize(
    "more", [{"about": About.CONTEXT}, {"rank": Rank.DEPRECATED, "rank_reason": "misread"}]
)
def test_a_conflict_of_the_context_or_of_a_deprecated_claim_is_not_the_incident_s(
    client: Client, more: dict[str, Any]
) -> None:
    claim = PartOfClaim(
        number=1, property=Property.PART_OF, value=PartOf(conflict="war"), citations=cited("s1"), **more
    )
    publish(record(claim))

    assert ids(client, "?conflict=war") == []
    assert client.get(f"{API}/incidents/").json()["results"][0]["conflicts"] == []
