"""The addresses of what was merged into something else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.record import Merged
from tests.archive.merges import merged, whole
from tests.archive.published import publish, retract
from tests.builders import actor, count, exactly, record, responsible

pytestmark = pytest.mark.django_db


def led(address: str) -> Any:
    response = Client().get(address)
    assert response.status_code == 301
    assert response["Cache-Control"] == "public, no-cache"
    return response["Location"]


@pytest.mark.parametrize("address", ["/incidents/first/", "/incidents/first/any-title/"])
def test_a_merged_incidents_page_leads_to_the_note_on_the_other_in_one_step(address: str) -> None:
    merged()

    assert led(f"{address}?rule=span") == "/incidents/second/second/?rule=span#merged-first"


def test_its_history_leads_to_that_of_the_other_which_lists_its_editions() -> None:
    merged()

    assert led("/incidents/first/history/") == "/incidents/second/history/"
    assert b'href="/incidents/first/editions/1/"' in Client().get("/incidents/second/history/").content


def test_the_others_page_says_where_claims_and_attacks_stand_now() -> None:
    merged()
    page = Client().get("/incidents/second/second/").content.decode()

    assert 'id="merged-first"' in page
    assert 'id="merged-first-claim-2">Claim 2 is <a href="#claim-6">claim 6</a> here.' in page
    assert 'id="merged-first-attack-1">Attack 1 is <a href="#attack-2">attack 2</a> here.' in page


def test_its_editions_stay_readable_and_lead_to_the_other() -> None:
    merged()
    response = Client().get("/incidents/first/editions/1/")

    assert response.status_code == 200
    assert b'href="/incidents/second/#merged-first"' in response.content
    assert b"noindex" in response.content


@pytest.mark.parametrize("address", ["", "history/", "editions/1/"])
def test_the_others_retraction_closes_it_too(address: str) -> None:
    merged()
    retract("second", "It was a drill.")
    response = Client().get(f"/incidents/first/{address}")

    assert response.status_code == 410
    assert b"It was a drill." in response.content


def test_a_chain_of_merges_is_one_step() -> None:
    merged()
    publish(record(count(1, exactly(1)), id="third", merged=(Merged(id="first"), Merged(id="second"))))

    assert led("/incidents/first/") == "/incidents/third/an-event/#merged-first"


def test_an_id_that_was_never_published_leads_on() -> None:
    publish(whole())

    assert led("/incidents/first/") == "/incidents/second/second/#merged-first"


def test_the_page_of_a_merged_entity_leads_on() -> None:
    publish(record(responsible(1, "group"), entities=[actor("group", former_keys=("old-group",))]))

    assert led("/actors/old-group/") == "/actors/group/"
    assert Client().get("/places/old-group/").status_code == 404


def test_a_filter_by_an_old_key_finds_the_new_one() -> None:
    publish(record(responsible(1, "group"), entities=[actor("group", former_keys=("old-group",))]))

    assert "An event" in Client().get("/incidents/?actor=old-group").content.decode()
