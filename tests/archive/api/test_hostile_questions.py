"""No question breaks the API: it answers, or says what is wrong with the question."""

from __future__ import annotations

from base64 import b64encode

import pytest
from django.test import Client

from archive.filters import (
    ActorFilters,
    AttackFilters,
    ChangeFilters,
    CitationFilters,
    ClaimFilters,
    ConflictFilters,
    DatedFilters,
    EditionFilters,
    Filters,
    PlaceFilters,
    PublicationFilters,
    SourceFilters,
    StatisticsFilters,
)
from tests.archive.events import balochistan
from tests.archive.published import publish

pytestmark = pytest.mark.django_db
API = "/api/v1"

LISTS: dict[str, type[Filters]] = {
    "incidents": DatedFilters,
    "attacks": AttackFilters,
    "claims": ClaimFilters,
    "citations": CitationFilters,
    "sources": SourceFilters,
    "publications": PublicationFilters,
    "actors": ActorFilters,
    "places": PlaceFilters,
    "conflicts": ConflictFilters,
    "editions": EditionFilters,
    "changes": ChangeFilters,
    "statistics": StatisticsFilters,
    "incidents/event-1/attacks": AttackFilters,
    "incidents/event-1/claims": ClaimFilters,
    "incidents/event-1/claims/1/citations": CitationFilters,
    "incidents/event-1/editions": EditionFilters,
}
#: Of these lists there are no files.
NO_FILES = ("changes", "statistics", "incidents/event-1/claims/1/citations")
VALUES = [
    "",
    "\0",
    "'",
    "%",
    "-1",
    "9" * 5000,
    "1e9",
    "0001-01-01",
    "9999-12-31",
    "null",
    "\ud7ff",
    "²",
    "[]",
]
#: Parameters beside the filters, and one that there is not.
OTHERS = ["ordering", "count", "fields", "expand", "known_at", "other"]
CURSORS = [
    b64encode(text.encode()).decode() for text in ("p=", "p=a", "p=9" + "9" * 40, "o=5", "p=1&r=1", "p=%00")
]


@pytest.mark.parametrize("name", LISTS)
def test_no_value_of_a_filter_breaks_a_list(client: Client, name: str) -> None:
    publish(balochistan())

    for parameter in [*LISTS[name].base_filters, "page_size", *OTHERS]:
        for value in VALUES:
            answer = client.get(f"{API}/{name}/", {parameter: value})
            assert answer.status_code in (200, 400), (parameter, value)
            kind = "application/json" if answer.status_code == 200 else "application/problem+json"
            assert answer["Content-Type"] == kind


@pytest.mark.parametrize("name", [*(name for name in LISTS if name not in NO_FILES), "figures"])
def test_no_value_of_a_filter_breaks_a_file(client: Client, name: str) -> None:
    publish(balochistan())
    filters = DatedFilters if name == "figures" else LISTS[name]

    for parameter in [*filters.base_filters, "excel", "end", "cursor"]:
        for value in VALUES:
            answer = client.get(f"{API}/{name}.csv", {parameter: value})
            assert answer.status_code in (200, 400), (parameter, value)
            assert answer.getvalue()


@pytest.mark.parametrize(
    "accept",
    [
        "",
        ";",
        ",,,",
        "*",
        "/",
        "text",
        "*/*;q=x",
        "text/csv;q=0",
        "text/csv;header",
        "a/b" * 5000,
        "text/\xff",
        "*/csv",
    ],
)
def test_nothing_that_is_accepted_breaks_a_list(client: Client, accept: str) -> None:
    assert client.get(f"{API}/incidents/", headers={"accept": accept}).status_code in (200, 406)


@pytest.mark.parametrize(
    "ending", ["", ".", "csv.csv", "CSV", "%00", "parquet/", "c" * 5000, "..", "json%2F"]
)
def test_no_ending_breaks_the_api(client: Client, ending: str) -> None:
    assert client.get(f"{API}/incidents.{ending}", follow=True).status_code == 404


@pytest.mark.parametrize("name", LISTS)
def test_no_cursor_breaks_a_list(client: Client, name: str) -> None:
    publish(balochistan())

    for cursor in [*VALUES, *CURSORS]:
        assert client.get(f"{API}/{name}/", {"cursor": cursor}).status_code in (200, 400), cursor


@pytest.mark.parametrize(
    "path",
    [
        "incidents/%00/",
        "incidents/event-1/claims/-1/",
        "incidents/'/",
        "sources/a%00b/",
        "..%2f/",
        "%FF/",
        "actors/a%0Ab/",
    ],
)
def test_no_address_breaks_the_api(client: Client, path: str) -> None:
    answer = client.get(f"{API}/{path}")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("method", ["head", "options"])
def test_a_list_can_be_asked_about(client: Client, method: str) -> None:
    assert getattr(client, method)(f"{API}/incidents/").status_code == 200


@pytest.mark.parametrize("size", ["201", "0", "0000000001999", "9" * 5000])
def test_no_page_size_gets_round_the_limit(client: Client, size: str) -> None:
    assert client.get(f"{API}/incidents/?page_size={size}").status_code == 400


@pytest.mark.parametrize("path", ["", "incidents/", "incidents/event-1/"])
@pytest.mark.parametrize("question", ["format=xml", "&".join(f"place=p{number}" for number in range(1500))])
def test_a_format_and_too_many_parameters_are_refused_like_all_that_is_wrong(
    client: Client, path: str, question: str
) -> None:
    answer = client.get(f"{API}/{path}?{question}")

    assert answer.status_code == 400
    assert answer.json()["detail"]
