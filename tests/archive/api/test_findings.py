"""What the audit finds in an incident stands in its answers, and lists are narrowed by it."""

from __future__ import annotations

from csv import DictReader

import pytest
from django.test import Client

from archive.record import Record
from tests.archive.published import publish
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db
API = "/api/v1"


def contradicted() -> Record:
    """One source gives two numbers of the same dead."""
    return record(count(1, exactly(14), "s1"), count(2, exactly(16), "s1"), id="contradicted")


def agreed() -> Record:
    return record(count(1, exactly(14), "s1"), id="agreed")


def test_an_answer_says_what_the_audit_finds_and_in_which_claims(client: Client) -> None:
    publish(contradicted())

    first, second = client.get(f"{API}/incidents/contradicted/").json()["findings"]

    assert (first["code"], second["code"]) == ("contradicts_itself", "disagreement")
    assert (first["claims"], first["sources"], first["attack"]) == ([1, 2], ["s1"], None)
    assert first["message"].endswith(
        "states different numbers of killed for the incident as a whole: 14 and 16."
    )


def test_an_incident_without_doubts_says_so(client: Client) -> None:
    publish(agreed())

    assert client.get(f"{API}/incidents/agreed/").json()["findings"] == []


def test_lists_and_rows_name_each_kind_of_doubt_once(client: Client) -> None:
    publish(contradicted())

    (listed,) = client.get(f"{API}/incidents/").json()["results"]
    (row,) = DictReader(client.get(f"{API}/incidents.csv").getvalue().decode().splitlines())

    assert listed["findings"] == ["contradicts_itself", "disagreement"]
    assert row["findings"] == "contradicts_itself; disagreement"


def test_a_list_is_narrowed_to_what_the_audit_doubts(client: Client) -> None:
    publish(contradicted(), agreed())

    page = client.get(f"{API}/incidents/?finding=contradicts_itself&finding=one_origin").json()

    assert [one["id"] for one in page["results"]] == ["contradicted"]


def test_an_unknown_doubt_is_refused_with_those_that_there_are(client: Client) -> None:
    answer = client.get(f"{API}/incidents/?finding=odd")

    assert answer.status_code == 400
    assert "contradicts_itself" in answer.json()["errors"]["finding"][0]
