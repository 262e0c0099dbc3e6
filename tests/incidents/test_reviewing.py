"""An approval is of one exact state, by a second person, and no edit outlives it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import override_settings

from archive.models import Edition
from archive.vocabulary import Property
from incidents.history import keep
from incidents.load import load
from incidents.models import Claim, Incident, ReviewStep, State
from incidents.publishing import NothingToPublish, NotPublishable, publish
from incidents.reviewing import Refused, approve, send_back, send_to_review
from sources.models import Source
from tests.builders import count, exactly, record
from tests.incidents.desk import EMPTY_ATTACKS, at_the_desk, person, typed_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def _two_people() -> Iterator[None]:
    with override_settings(REVIEW_REQUIRED=True):
        yield


def draft(deaths: int = 3) -> Incident:
    return load(record(count(1, exactly(deaths))))


def state() -> State:
    return State(Incident.objects.get().state)


def approved(incident: Incident, by: User) -> Incident:
    send_to_review(incident, by=by)
    approve(incident, by=by)
    return incident


@pytest.mark.usefixtures("_two_people")
def test_an_editor_publishes_what_a_second_person_approved() -> None:
    incident, author, editor = draft(), person("contributor"), person("editor")
    keep(incident, by=author, what="Changed.")
    approved(incident, editor)
    publish(incident, by=editor)

    assert state() is State.PUBLISHED


@pytest.mark.usefixtures("_two_people")
def test_nobody_approves_what_they_edited() -> None:
    incident, editor = draft(), person("editor")
    keep(incident, by=editor, what="Changed.")
    send_to_review(incident, by=editor)

    with pytest.raises(Refused, match="somebody else must approve it"):
        approve(incident, by=editor)


@pytest.mark.usefixtures("_two_people")
def test_whoever_edited_only_what_is_published_may_approve_what_came_since() -> None:
    incident, editor = draft(), person("editor")
    keep(incident, by=editor, what="Changed.")
    publish(incident, by=None)
    load(record(count(1, exactly(4))))
    approved(incident, editor)

    assert state() is State.APPROVED


@pytest.mark.usefixtures("_two_people")
def test_a_draft_is_not_published_before_a_second_person_approves() -> None:
    with pytest.raises(NotPublishable, match="let a second person approve it first"):
        publish(draft(), by=person("editor"))
    assert not Edition.objects.exists()


@pytest.mark.usefixtures("_two_people")
def test_what_a_shared_source_changed_since_is_approved_anew() -> None:
    incident, editor = draft(), person("editor")
    approved(incident, editor)
    Source.objects.update(title="Another title")
    with pytest.raises(NotPublishable, match="not what was approved any more"):
        publish(incident, by=editor)
    approve(incident, by=editor)

    assert publish(incident, by=editor).number == 1


@pytest.mark.usefixtures("_two_people")
def test_the_operator_publishes_without_review() -> None:
    assert publish(draft(), by=None).number == 1


def test_without_the_demand_an_editor_publishes_a_draft() -> None:
    assert publish(draft(), by=person("editor")).number == 1
    assert state() is State.PUBLISHED


def test_an_edit_of_a_claim_withdraws_the_approval_and_says_so() -> None:
    incident = approved(draft(), person("editor"))
    typed = typed_claim(Property.MOTIVE, incident=incident.pk)
    typed["actor"] = typed["place"] = ""
    answer = at_the_desk("curator").post("/desk/incidents/claim/add/", typed, follow=True)

    assert "approval is withdrawn" in answer.content.decode()
    assert state() is State.IN_REVIEW


def test_deleting_a_claim_withdraws_the_approval() -> None:
    incident = load(record(count(1, exactly(3)), count(2, exactly(4))))
    approved(incident, person("editor"))
    claim = Claim.objects.get(number=2)
    at_the_desk("curator").post(f"/desk/incidents/claim/{claim.pk}/delete/", {"post": "yes"})

    assert Claim.objects.count() == 1
    assert state() is State.IN_REVIEW


def test_deleting_chosen_claims_withdraws_the_approval() -> None:
    incident = load(record(count(1, exactly(3)), count(2, exactly(4))))
    approved(incident, person("editor"))
    chosen = [Claim.objects.get(number=2).pk]
    typed = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    at_the_desk("curator").post("/desk/incidents/claim/", typed)

    assert Claim.objects.count() == 1
    assert state() is State.IN_REVIEW


def test_the_first_edit_makes_a_draft_of_what_is_published() -> None:
    incident = draft()
    publish(incident, by=None)
    typed = {"title": "Another title", **EMPTY_ATTACKS}
    at_the_desk("contributor").post(f"/desk/incidents/incident/{incident.pk}/change/", typed)

    assert Incident.objects.get().title == "Another title"
    assert state() is State.DRAFT


def test_saving_without_a_change_leaves_what_is_published() -> None:
    incident = draft()
    publish(incident, by=None)
    keep(incident, by=person("editor"), what="Changed.")

    assert state() is State.PUBLISHED


def test_what_is_loaded_as_it_is_published_waits_for_nothing() -> None:
    publish(draft(), by=None)
    incident = draft()
    with pytest.raises(NothingToPublish):
        publish(incident, by=person("editor"))

    assert state() is State.PUBLISHED


def test_the_reason_for_sending_back_is_kept() -> None:
    incident, editor = draft(), person("editor")
    send_to_review(incident, by=editor)
    send_back(incident, by=editor, reason="Read the second source again.")
    last = ReviewStep.objects.last_of(incident).first()

    assert last is not None
    assert (last.by, last.reason, state()) == (editor, "Read the second source again.", State.DRAFT)


def test_what_makes_no_record_is_not_approved() -> None:
    incident, editor = draft(), person("editor")
    send_to_review(incident, by=editor)
    Claim.objects.update(rank="normal", superseded_by=None, stated="x" * 10, position=1)
    Source.objects.update(published="2024")
    Incident.objects.update(title="  ")

    with pytest.raises(Refused, match="do not make a record"):
        approve(incident, by=editor)
