"""How an incident goes from draft to public in the admin, and who may take it there."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from archive.models import Edition
from archive.vocabulary import Property
from incidents.load import load
from incidents.models import Incident, State
from tests.builders import count, exactly, record
from tests.incidents.desk import EMPTY_ATTACKS, at_the_desk, errors_of, typed_claim

pytestmark = pytest.mark.django_db

LIST = "/desk/incidents/incident/"


def at_desk(*, state: State = State.DRAFT, cited: str | tuple[str, ...] = "s1") -> Incident:
    incident = load(record(count(1, exactly(3), cited)))
    Incident.objects.update(state=state)
    return incident


def do(client: Client, action: str, note: str = "") -> str:
    """Choose the action for every incident; what the admin then says."""
    chosen = list(Incident.objects.values_list("pk", flat=True))
    response: Any = client.post(LIST, {"action": action, "_selected_action": chosen, "note": note})
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def state() -> str:
    return Incident.objects.get().state


def test_a_contributor_sends_a_draft_to_review_and_a_reviewer_approves_it() -> None:
    at_desk()
    assert do(at_the_desk("contributor"), "send_to_review") == "Now in review: event-1."
    assert state() == State.IN_REVIEW

    do(at_the_desk("reviewer"), "approve")
    assert state() == State.APPROVED


def test_a_contributor_cannot_approve() -> None:
    at_desk(state=State.IN_REVIEW)
    do(at_the_desk("contributor"), "approve")

    assert state() == State.IN_REVIEW


def test_a_draft_is_not_approved_before_it_is_in_review() -> None:
    at_desk()

    assert "Left as it was" in do(at_the_desk("reviewer"), "approve")
    assert state() == State.DRAFT


def test_a_reviewer_sends_an_approved_incident_back_to_draft() -> None:
    at_desk(state=State.APPROVED)
    do(at_the_desk("reviewer"), "send_back", "The first source is missing.")

    assert state() == State.DRAFT


def test_nothing_is_sent_back_without_a_reason() -> None:
    at_desk(state=State.IN_REVIEW)

    assert "Say why it is sent back" in do(at_the_desk("reviewer"), "send_back")
    assert state() == State.IN_REVIEW


def test_an_editor_publishes_what_is_approved() -> None:
    at_desk(state=State.APPROVED)

    assert "edition 1 is public" in do(at_the_desk("editor"), "publish_chosen")
    assert Edition.objects.count() == 1


def test_a_reviewer_cannot_publish() -> None:
    at_desk(state=State.APPROVED)
    do(at_the_desk("reviewer"), "publish_chosen")

    assert not Edition.objects.exists()


def test_what_is_not_approved_is_not_published() -> None:
    at_desk(state=State.IN_REVIEW)

    assert "approve it first" in do(at_the_desk("editor"), "publish_chosen")
    assert not Edition.objects.exists()


def test_what_keeps_an_incident_from_being_published_is_listed() -> None:
    at_desk(state=State.APPROVED, cited=())

    assert "Claim 1 (killed) has no citation" in do(at_the_desk("editor"), "publish_chosen")


def test_publishing_twice_says_that_nothing_has_changed() -> None:
    at_desk(state=State.APPROVED)
    editor = at_the_desk("editor")
    do(editor, "publish_chosen")

    assert "Nothing has changed since edition 1" in do(editor, "publish_chosen")


def test_an_editor_publishes_a_correction_with_a_public_note() -> None:
    incident = at_desk(state=State.APPROVED)
    editor = at_the_desk("editor")
    do(editor, "publish_chosen")
    incident.claims.update(best=4)
    do(editor, "publish_correction", "Misread at first.")

    edition = Edition.objects.get(number=2)
    assert (edition.kind, edition.note) == ("correction", "Misread at first.")


def test_a_correction_of_what_was_never_published_is_refused_in_words() -> None:
    at_desk(state=State.APPROVED)

    assert "cannot come first" in do(at_the_desk("editor"), "publish_correction")


def test_an_editor_retracts_with_a_public_reason() -> None:
    at_desk(state=State.APPROVED)
    editor = at_the_desk("editor")
    do(editor, "publish_chosen")
    assert "Say in public why" in do(editor, "retract_chosen")
    do(editor, "retract_chosen", "It did not happen.")

    assert Edition.objects.current().get().note == "It did not happen."


def test_a_reviewer_cannot_retract() -> None:
    at_desk(state=State.APPROVED)
    do(at_the_desk("editor"), "publish_chosen")
    do(at_the_desk("reviewer"), "retract_chosen", "It did not happen.")

    assert not Edition.objects.current().get().is_retraction


def test_a_contributor_changes_drafts_only() -> None:
    incident = at_desk(state=State.APPROVED)
    client = at_the_desk("contributor")
    page = f"{LIST}{incident.pk}/change/"

    assert client.get(page).status_code == 200
    assert client.post(page, {"title": "Changed", **EMPTY_ATTACKS}).status_code == 403


def test_a_contributor_adds_no_claim_to_an_approved_incident() -> None:
    incident = at_desk(state=State.APPROVED)
    typed = typed_claim(Property.MOTIVE, incident=incident.pk)
    response = at_the_desk("contributor").post("/desk/incidents/claim/add/", typed)

    assert "ask a reviewer" in errors_of(response)


def test_an_incident_that_was_published_is_not_deleted() -> None:
    incident = at_desk(state=State.APPROVED)
    curator = at_the_desk("curator")
    do(curator, "publish_chosen")
    curator.post(f"{LIST}{incident.pk}/delete/", {"post": "yes"})

    assert Incident.objects.exists()


def test_a_draft_is_deleted_by_a_curator_with_everything_that_is_its_own() -> None:
    incident = at_desk()
    at_the_desk("curator").post(f"{LIST}{incident.pk}/delete/", {"post": "yes"})

    assert not Incident.objects.exists()


def test_the_public_page_is_linked_once_there_is_one() -> None:
    incident = at_desk(state=State.APPROVED)
    editor = at_the_desk("editor")
    page = f"{LIST}{incident.pk}/change/"
    assert "/incidents/event-1/" not in editor.get(page).content.decode()
    do(editor, "publish_chosen")

    assert "/incidents/event-1/an-event/" in editor.get(page).content.decode()
