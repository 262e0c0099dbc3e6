"""Rows that make no record are told of in words, whatever is done beside them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from incidents.load import load
from incidents.models import Attack, Claim, Incident
from tests.builders import attack, count, exactly, record
from tests.incidents.desk import at_the_desk

pytestmark = pytest.mark.django_db

SURE = {"post": "yes"}
PROBLEM = "title"


@pytest.fixture
def curator() -> Client:
    return at_the_desk("curator")


def spoilt() -> Incident:
    """An incident with a title that no record may have, as no form lets it in."""
    incident = load(record(count(1, exactly(3)), count(2, exactly(4)), attacks=[attack(1), attack(2)]))
    Incident.objects.update(title="  ")
    return incident


def told(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_a_claim_that_is_deleted_beside_it_stays_and_it_is_said_why(curator: Client) -> None:
    spoilt()
    page = f"/desk/incidents/claim/{Claim.objects.get(number=2).pk}/delete/"
    response = curator.post(page, SURE, follow=True)

    assert "Nothing is deleted" in told(response)
    assert PROBLEM in told(response)
    assert Claim.objects.count() == 2


def test_chosen_attacks_that_are_deleted_beside_it_stay_and_it_is_said_why(curator: Client) -> None:
    spoilt()
    chosen = list(Attack.objects.values_list("pk", flat=True))
    typed = {"action": "delete_selected", "_selected_action": chosen, **SURE}
    response = curator.post("/desk/incidents/attack/", typed, follow=True)

    assert "Nothing is deleted" in told(response)
    assert Attack.objects.count() == 2


def test_the_incident_itself_can_be_deleted(curator: Client) -> None:
    incident = spoilt()
    curator.post(f"/desk/incidents/incident/{incident.pk}/delete/", SURE)

    assert not Incident.objects.exists()


def test_the_pages_of_it_open(curator: Client) -> None:
    incident = spoilt()
    page = f"/desk/incidents/incident/{incident.pk}"

    for address in ("change/", "preview/", "step/publish/", "step/approve/", "merge/"):
        assert curator.get(f"{page}/{address}").status_code == 200


def test_it_is_not_merged_and_it_is_said_why(curator: Client) -> None:
    incident = spoilt()
    load(record(count(1, exactly(3)), id="event-2"))
    response = curator.post(f"/desk/incidents/incident/{incident.pk}/merge/", {"key": "event-2"}, follow=True)

    assert "does not make a whole record yet" in told(response)
    assert Incident.objects.count() == 2
