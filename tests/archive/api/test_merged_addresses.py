"""The API's addresses of what was merged into something else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.archive.merges import merged
from tests.archive.published import publish, retract
from tests.builders import actor, record, responsible

pytestmark = pytest.mark.django_db

API = "/api/v1"
SITE = "http://127.0.0.1:8000"


def asked(address: str) -> Any:
    return Client().get(f"{API}{address}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/incidents/first/", "/incidents/second/"),
        ("/incidents/first/?rule=span", "/incidents/second/?rule=span"),
        ("/incidents/first/claims/?page_size=5", "/incidents/second/claims/?page_size=5"),
        ("/incidents/first/attacks/", "/incidents/second/attacks/"),
        ("/incidents/first/editions/", "/incidents/second/editions/"),
        ("/incidents/first/claims.csv?rank=normal", "/incidents/second/claims.csv?rank=normal"),
        ("/incidents/first/figures.parquet", "/incidents/second/figures.parquet"),
        ("/incidents/first.geojson", "/incidents/second.geojson"),
        ("/incidents/first.json?rule=span", "/incidents/second.json?rule=span"),
        ("/incidents/first/claims/2/", "/incidents/second/claims/6/"),
        ("/incidents/first/attacks/1/", "/incidents/second/attacks/2/"),
    ],
)
def test_every_address_of_a_merged_incident_leads_on(old: str, new: str) -> None:
    merged()
    response = asked(old)

    assert response.status_code == 301
    assert response["Location"] == response.json()["url"] == f"{SITE}{API}{new}"
    assert asked(new).status_code == 200


def test_a_number_that_was_not_merged_is_not_there() -> None:
    merged()

    assert asked("/incidents/first/claims/7/").status_code == 404


def test_an_old_edition_of_a_merged_incident_is_answered() -> None:
    merged()

    assert asked("/incidents/first/editions/1/").json()["record"]["id"] == "first"


@pytest.mark.parametrize("part", ["", "claims/", "claims/1/", "editions/1/"])
def test_what_was_merged_is_gone_with_the_incident_that_holds_it(part: str) -> None:
    merged()
    retract("second")

    assert asked(f"/incidents/first/{part}").status_code == 410


def test_an_answer_tells_what_was_merged_into_the_incident() -> None:
    merged()

    assert asked("/incidents/second/").json()["merged"][0]["id"] == "first"


def test_a_merged_entity_leads_on_and_is_found_by_its_old_key() -> None:
    publish(record(responsible(1, "group"), entities=[actor("group", former_keys=("old-group",))]))

    assert asked("/actors/old-group/")["Location"] == f"{SITE}{API}/actors/group/"
    assert len(asked("/claims/?actor=old-group").json()["results"]) == 1
    assert len(asked("/incidents/?actor=old-group&actor=group").json()["results"]) == 1
