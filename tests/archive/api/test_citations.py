"""What the API answers about citations."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.answers import CitationAnswer
from archive.record import Citation
from archive.vocabulary import Stance
from tests.archive.merges import merged
from tests.archive.published import publish, retract
from tests.builders import count, exactly, publication, record, source

pytestmark = pytest.mark.django_db
API = "/api/v1"
SITE = "http://127.0.0.1:8000"

QUOTED = Citation(source="s1", quote="Five died.", reported_via=("wire",), locator="p. 3")
DISPUTED = Citation(source="s2", stance=Stance.DISPUTES)
TWICE = Citation(source="s1", locator="p. 9")


def sample() -> None:
    publish(
        record(
            count(1, exactly(5), citations=(QUOTED, DISPUTED, TWICE)),
            count(2, exactly(6), "s2"),
            entities=[
                publication("wire"),
                source("s1", publication="daily", language="en"),
                source("s2", language="ur"),
            ],
        )
    )


def listed(client: Client, path: str) -> list[tuple[int, int]]:
    """The number of the claim and that of the citation, of each."""
    results = client.get(f"{API}/{path}").json()["results"]
    return [(one["claim"]["number"], one["number"]) for one in results]


def test_a_citation_says_where_which_claim_is_printed(client: Client) -> None:
    sample()

    answer = client.get(f"{API}/incidents/event-1/claims/1/citations/1/").json()

    CitationAnswer.model_validate(answer)
    assert QUOTED.model_dump(mode="json").items() <= answer.items()
    assert (answer["claim"]["number"], answer["claim"]["property"]) == (1, "killed")
    assert answer["incident"]["api_url"] == f"{SITE}{API}/incidents/event-1/"
    assert [entity["key"] for entity in answer["links"]["sources"]] == ["s1"]
    assert [entity["key"] for entity in answer["links"]["publications"]] == ["wire"]


def test_a_source_that_a_claim_cites_twice_is_two_citations(client: Client) -> None:
    sample()

    assert listed(client, "citations/?source=s1") == [(1, 1), (1, 3)]


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("citations/", [(1, 1), (1, 2), (1, 3), (2, 1)]),
        ("citations/?ordering=-number", [(2, 1), (1, 3), (1, 2), (1, 1)]),
        ("citations/?stance=disputes", [(1, 2)]),
        ("citations/?publication=daily", [(1, 1), (1, 3)]),
        ("citations/?language=ur&property=killed", [(1, 2), (2, 1)]),
        ("incidents/event-1/claims/2/citations/", [(2, 1)]),
        ("incidents/event-1/claims/1/citations/?source=s2", [(1, 2)]),
    ],
)
def test_citations_are_narrowed_and_ordered(
    client: Client, path: str, numbers: list[tuple[int, int]]
) -> None:
    sample()

    assert listed(client, path) == numbers


def test_pages_show_each_citation_once(client: Client) -> None:
    sample()
    found, path = [], f"{API}/citations/?page_size=1"
    while path:
        page = client.get(path).json()
        found += [one["api_url"] for one in page["results"]]
        path = (page["next"] or "").removeprefix(SITE)

    assert len(found) == len(set(found)) == 4


def test_a_claim_and_a_source_lead_to_their_citations(client: Client) -> None:
    sample()

    for path, numbers in (
        ("incidents/event-1/claims/2/", [(2, 1)]),
        ("sources/s1/", [(1, 1), (1, 3)]),
    ):
        url = client.get(f"{API}/{path}").json()["citations_url"]
        assert listed(client, url.removeprefix(f"{SITE}{API}/")) == numbers


def test_every_citation_has_the_address_that_it_gives(client: Client) -> None:
    sample()

    for one in client.get(f"{API}/citations/").json()["results"]:
        assert client.get(one["api_url"].removeprefix(SITE)).json() == one


@pytest.mark.parametrize(
    "path",
    ["claims/1/citations/4/", "claims/1/citations/0/", "claims/9/citations/1/", "claims/9/citations/"],
)
def test_what_is_not_cited_is_not_there(client: Client, path: str) -> None:
    sample()

    assert client.get(f"{API}/incidents/event-1/{path}").status_code == 404


@pytest.mark.parametrize("end", ["", "1/"])
def test_citations_of_a_retracted_incident_are_gone(client: Client, end: str) -> None:
    sample()
    retract("event-1")

    assert client.get(f"{API}/incidents/event-1/claims/1/citations/{end}").status_code == 410
    assert listed(client, "citations/") == []


@pytest.mark.parametrize("end", ["", "1/"])
def test_citations_of_a_merged_incident_lead_on(client: Client, end: str) -> None:
    merged()

    answer = client.get(f"{API}/incidents/first/claims/2/citations/{end}")

    assert answer["Location"] == f"{SITE}{API}/incidents/second/claims/6/citations/{end}"


def test_claim_source_and_incident_are_given_whole_when_asked(client: Client) -> None:
    sample()
    path = f"{API}/citations/?expand=claim,source,incident&claimant_kind=unstated"

    first: dict[str, Any] = client.get(path).json()["results"][0]

    assert first["claim"] == client.get(f"{API}/incidents/event-1/claims/1/").json()
    assert first["source"] == client.get(f"{API}/sources/s1/").json()
    assert first["incident"] == client.get(f"{API}/incidents/").json()["results"][0]
