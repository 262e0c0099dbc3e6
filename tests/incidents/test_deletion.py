"""Deleting at the desk: everything is kept, listed and can be brought back."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.record import canonical
from incidents.build import build
from incidents.load import load
from incidents.models import Actor, Attack, Claim, Incident, Snapshot, Subject
from tests.builders import actor, attack, count, exactly, record, responsible
from tests.incidents.desk import at_the_desk, newest_claim
from tests.incidents.rows import capture, furnish

pytestmark = pytest.mark.django_db

SURE = {"post": "yes"}


@pytest.fixture
def curator() -> Client:
    return at_the_desk("curator")


def restore(client: Client, state: Snapshot) -> Any:
    page = f"/desk/states/{state.pk}/restore/"
    newest = client.get(page).context["newest"]
    return client.post(page, {"newest": newest}, follow=True)


def told(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_a_deleted_incident_is_listed_and_comes_back_whole(curator: Client) -> None:
    incident = load(record(count(1, exactly(3)), responsible(2, "group"), attacks=1))
    before = canonical(build(incident))
    curator.post(f"/desk/incidents/incident/{incident.pk}/delete/", SURE)
    (row,) = curator.get("/desk/deleted/").context["rows"]
    restore(curator, Snapshot.objects.get(pk=row["deletion"].last))

    assert canonical(build(Incident.objects.get())) == before
    assert curator.get("/desk/deleted/").context["rows"] == []


def test_the_history_tells_who_deleted_it(curator: Client) -> None:
    incident = load(record(count(1, exactly(3))))
    curator.post(f"/desk/incidents/incident/{incident.pk}/delete/", SURE)
    deletion = Snapshot.objects.get(text="")

    assert (str(deletion.by), deletion.what) == (
        "a-curator",
        "Deleted incident “An event (event-1)”.",
    )
    assert curator.get("/desk/history/incidents/event-1/").status_code == 200


def test_the_numbers_of_a_deleted_incident_are_not_given_again(curator: Client) -> None:
    incident = load(record(count(1, exactly(3)), count(7, exactly(4))))
    pk = newest_claim().pk
    curator.post(f"/desk/incidents/claim/{pk}/delete/", SURE)
    curator.post(f"/desk/incidents/incident/{incident.pk}/delete/", SURE)
    restore(curator, Snapshot.objects.exclude(text="").latest("pk"))

    assert Incident.objects.get().take_number("next_claim_number") == 8


def test_a_deleted_claim_is_in_the_history_of_its_incident(curator: Client) -> None:
    load(record(count(1, exactly(3)), count(2, exactly(4))))
    page = f"/desk/incidents/claim/{newest_claim().pk}/delete/"
    response = curator.post(page, SURE, follow=True)
    before = Snapshot.objects.of(Subject.INCIDENTS, "event-1").last()
    assert before is not None
    restore(curator, before)

    assert "/desk/history/incidents/event-1/" in told(response)
    assert [claim.number for claim in Claim.objects.all()] == [1, 2]


def test_an_attack_that_was_deleted_comes_back_with_its_number(curator: Client) -> None:
    load(record(attacks=[attack(1), attack(2)]))
    first = Attack.objects.get(number=1)
    curator.post(f"/desk/incidents/attack/{first.pk}/delete/", SURE)
    before = Snapshot.objects.of(Subject.INCIDENTS, "event-1").last()
    assert before is not None
    restore(curator, before)

    assert [each.number for each in Attack.objects.all()] == [1, 2]


def test_a_deleted_actor_comes_back_with_its_aliases(curator: Client) -> None:
    group = Actor.objects.create(key="group", name="A group", kind="armed_group")
    group.aliases.create(text="IS")
    curator.post(f"/desk/incidents/actor/{group.pk}/delete/", SURE)
    restore(curator, Snapshot.objects.exclude(text="").get())

    assert [alias.text for alias in Actor.objects.get().aliases.all()] == ["IS"]


def test_deleting_many_at_once_keeps_each(curator: Client) -> None:
    for key in ("one", "two"):
        Actor.objects.create(key=key, name=key, kind="armed_group")
    chosen = list(Actor.objects.values_list("pk", flat=True))
    action = {"action": "delete_selected", "_selected_action": chosen, **SURE}
    curator.post("/desk/incidents/actor/", action)

    assert not Actor.objects.exists()
    assert {row["deletion"].key for row in curator.get("/desk/deleted/").context["rows"]} == {"one", "two"}


def test_deleting_many_claims_at_once_keeps_the_record_before_and_after(curator: Client) -> None:
    load(record(*(count(n, exactly(n)) for n in range(1, 5))))
    chosen = list(Claim.objects.values_list("pk", flat=True))[:3]
    action = {"action": "delete_selected", "_selected_action": chosen, **SURE}
    curator.post("/desk/incidents/claim/", action)
    after, before = Snapshot.objects.of(Subject.INCIDENTS, "event-1")

    assert [text.count('"property":"killed"') for text in (before.text, after.text)] == [4, 1]


def test_what_somebody_else_made_anew_is_not_listed_as_deleted(curator: Client) -> None:
    group = Actor.objects.create(key="group", name="A group", kind="armed_group")
    curator.post(f"/desk/incidents/actor/{group.pk}/delete/", SURE)
    Actor.objects.create(key="group", name="Another", kind="armed_group")

    assert curator.get("/desk/deleted/").context["rows"] == []


def test_an_actor_whose_whole_is_gone_too_waits_for_it(curator: Client) -> None:
    load(record(responsible(1, "branch"), entities=[actor("branch", part_of="whole", part_as="branch")]))
    Claim.objects.all().delete()
    for key in ("branch", "whole"):
        curator.post(f"/desk/incidents/actor/{Actor.objects.get(key=key).pk}/delete/", SURE)
    state = Snapshot.objects.of(Subject.ACTORS, "branch").exclude(text="").get()

    assert "“whole” is not at the desk: bring it back first" in told(restore(curator, state))
    assert not Actor.objects.exists()


@pytest.mark.parametrize("role", ["contributor", "reviewer", "editor"])
def test_only_curators_bring_back(role: str, curator: Client) -> None:
    group = Actor.objects.create(key="group", name="A group", kind="armed_group")
    curator.post(f"/desk/incidents/actor/{group.pk}/delete/", SURE)
    state = Snapshot.objects.exclude(text="").get()
    other = at_the_desk(role)

    assert [row["may"] for row in other.get("/desk/deleted/").context["rows"]] == [False]
    assert other.post(f"/desk/states/{state.pk}/restore/", {"newest": state.pk}).status_code == 403
    assert not Actor.objects.exists()


def test_the_list_takes_the_same_queries_for_few_and_for_many(
    curator: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        Snapshot.objects.create(subject=Subject.ACTORS, key=f"actor-{number}", what="Deleted.")
    with django_assert_max_num_queries(9):
        response = curator.get("/desk/deleted/")

    assert len(response.context["rows"]) == 50
    assert len(curator.get(f"/desk/deleted/?before={response.context['older']}").context["rows"]) == 10


def test_a_stored_copy_is_not_deleted_unawares(curator: Client) -> None:
    furnish()
    copy = capture()
    copy.save()
    page = curator.get(f"/desk/sources/capture/{copy.pk}/delete/")

    assert "it cannot be brought back" in told(page)
    assert "delete_selected" not in curator.get("/desk/sources/capture/").content.decode()


@pytest.mark.parametrize("before", ["abc", "9" * 400, "-1", ""])
def test_a_hand_made_page_is_the_first(curator: Client, before: str) -> None:
    furnish()

    assert curator.get("/desk/deleted/", {"before": before}).status_code == 200
    assert curator.get("/desk/history/incidents/event-1/", {"before": before}).status_code == 200
