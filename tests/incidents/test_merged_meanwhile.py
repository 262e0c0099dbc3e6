"""What one editor merges while another has it open, and states from before a merge."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from incidents.load import load
from incidents.merging import merge_incidents, part_incidents
from incidents.models import Claim, Incident, Snapshot, Subject
from tests.builders import count, exactly, record
from tests.incidents.desk import at_the_desk, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> Client:
    return at_the_desk("curator")


def two() -> tuple[Incident, Incident]:
    gone = load(record(count(1, exactly(3)), id="gone", title="Gone"))
    return gone, load(record(count(1, exactly(9)), id="whole", title="Whole"))


def restore(client: Client, state: Snapshot) -> str:
    """Try to go back to the state; what is then said."""
    page = f"/desk/states/{state.pk}/restore/"
    newest = Snapshot.objects.of(state.subject, state.key).values_list("pk", flat=True).first()
    response: Any = client.post(page, {"newest": newest}, follow=True)
    return " ".join(str(message) for message in response.context["messages"])


def states(key: str) -> Any:
    return Snapshot.objects.of(Subject.INCIDENTS, key).exclude(text="")


def test_the_form_of_an_incident_that_was_merged_meanwhile_is_kept(curator: Client) -> None:
    gone, whole = two()
    address = f"/desk/incidents/incident/{gone.pk}/change/"
    form = shown(curator, address) | {"title": "Typed meanwhile"}
    merge_incidents(gone, whole, by=None)
    answer = curator.post(address, form).content.decode()

    assert "Typed meanwhile" in answer
    assert "/desk/history/incidents/gone/" in answer or "/desk/deleted/" in answer


def test_a_claim_that_a_merge_moved_meanwhile_is_not_saved_unawares(curator: Client) -> None:
    gone, whole = two()
    claim = Claim.objects.get(incident=gone)
    address = f"/desk/incidents/claim/{claim.pk}/change/"
    form = shown(curator, address) | {"best": 4}
    merge_incidents(gone, whole, by=None)
    answer = curator.post(address, form).content.decode()

    assert "Nothing is saved yet" in answer
    assert "Merged “gone” into it." in answer
    assert Claim.objects.get(pk=claim.pk).best == 3


def test_a_state_from_before_a_merge_is_refused_in_words(curator: Client) -> None:
    merge_incidents(*two(), by=None)
    before = states("whole").last()

    assert "does not know that “gone” was merged into it: undo that first" in restore(curator, before)
    assert Claim.objects.filter(incident__key="whole").count() == 2


def test_what_was_merged_does_not_come_back_beside_it(curator: Client) -> None:
    merge_incidents(*two(), by=None)

    assert "“gone” was merged into “whole”: undo that first" in restore(curator, states("gone")[0])
    assert not Incident.objects.filter(key="gone").exists()


def test_a_state_from_before_the_parting_is_refused_in_words(curator: Client) -> None:
    merge = merge_incidents(*two(), by=None)
    while_merged = states("whole")[0]
    part_incidents(merge, by=None)

    assert "“gone” is an incident of its own at the desk" in restore(curator, while_merged)
    assert Claim.objects.filter(incident__key="whole").count() == 1
