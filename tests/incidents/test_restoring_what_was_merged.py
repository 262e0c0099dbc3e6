"""Earlier states that name what was merged since."""

from __future__ import annotations

import pytest
from django.test import Client

from incidents.build import build
from incidents.load import load
from incidents.merging import merge_entities
from incidents.models import Actor, Incident, Snapshot, Subject
from sources.models import Source
from tests.builders import actor, count, exactly, record, responsible
from tests.incidents.desk import at_the_desk
from tests.incidents.test_deletion import restore, told
from tests.incidents.test_past_states import change, page_of, states

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> Client:
    return at_the_desk("curator")


def test_a_restored_incident_cites_the_source_that_its_own_was_merged_into(curator: Client) -> None:
    incident = load(record(count(1, exactly(3), by="old")))
    load(record(count(1, exactly(3), by="new"), id="event-2"))
    change(curator, page_of(incident), title="Second")
    merge_entities(Source.objects.get(key="old"), Source.objects.get(key="new"), by=None)
    page = curator.get(f"/desk/states/{states()[-1].pk}/restore/")
    restore(curator, states()[-1])

    assert page.context["anew"] == []
    assert Incident.objects.get(key="event-1").title == "An event"
    assert build(Incident.objects.get(key="event-1")).claims[0].citations[0].source == "new"
    assert not Source.objects.filter(key="old").exists()


def test_a_state_of_what_was_merged_is_not_restored_beside_it(curator: Client) -> None:
    load(record(responsible(1, "one"), responsible(2, "two")))
    one, two = Actor.objects.get(key="one"), Actor.objects.get(key="two")
    merge_entities(one, two, by=None)
    state = Snapshot.objects.of(Subject.ACTORS, "one").exclude(text="")[0]

    assert "It was merged into “two”: undo the merge there" in told(restore(curator, state))
    assert not Actor.objects.filter(key="one").exists()


def test_a_restored_actor_is_part_of_what_its_whole_was_merged_into(curator: Client) -> None:
    branch = actor("branch", part_of="old", part_as="branch")
    load(record(responsible(1, "branch"), responsible(2, "new"), entities=[branch]))
    row = Actor.objects.get(key="branch")
    change(curator, page_of(row), name="Second")
    merge_entities(Actor.objects.get(key="old"), Actor.objects.get(key="new"), by=None)
    restore(curator, states(Subject.ACTORS, "branch")[-1])

    row.refresh_from_db()
    assert (row.name, row.part_of and row.part_of.key) == ("Actor branch", "new")
