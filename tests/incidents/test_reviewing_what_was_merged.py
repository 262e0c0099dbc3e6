"""Nobody approves what they edited themselves, whichever incident they edited it in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import override_settings

from incidents.history import keep
from incidents.load import load
from incidents.merging import merge_incidents, part_incidents
from incidents.models import Claim, Incident, State
from incidents.publishing import publish
from incidents.reviewing import Refused, approve, send_to_review
from tests.builders import count, exactly, record
from tests.incidents.desk import person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_people() -> Iterator[None]:
    with override_settings(REVIEW_REQUIRED=True):
        yield


def event(key: str) -> Incident:
    return load(record(count(1, exactly(3)), id=key))


def edited(incident: Incident, by: User) -> None:
    """Change its first claim, as its form would."""
    Claim.objects.filter(incident=incident, number=1).update(best=17)
    keep(incident, by=by, what="Changed.")


def state_of(key: str) -> State:
    return State(Incident.objects.get(key=key).state)


def in_review(key: str) -> Incident:
    incident = Incident.objects.get(key=key)
    send_to_review(incident, by=person("contributor"))
    return incident


def test_what_somebody_edited_before_it_was_merged_is_approved_by_another() -> None:
    author, gone = person("editor"), event("gone")
    edited(gone, author)
    merge_incidents(gone, event("whole"), by=None)
    whole = in_review("whole")
    with pytest.raises(Refused, match="somebody else must approve it"):
        approve(whole, by=author)
    approve(whole, by=person("reviewer"))

    assert state_of("whole") is State.APPROVED


def test_what_somebody_edited_while_it_was_merged_is_approved_by_another_when_it_is_back() -> None:
    author = person("editor")
    merge = merge_incidents(event("gone"), event("whole"), by=None)
    whole = Incident.objects.get(key="whole")
    edited(whole, author)
    part_incidents(merge, by=None)

    with pytest.raises(Refused, match="somebody else must approve it"):
        approve(in_review("gone"), by=author)


def test_what_somebody_edited_after_the_parting_is_not_laid_to_what_came_back() -> None:
    author = person("editor")
    part_incidents(merge_incidents(event("gone"), event("whole"), by=None), by=None)
    edited(Incident.objects.get(key="whole"), author)
    approve(in_review("gone"), by=author)

    assert state_of("gone") is State.APPROVED


def test_an_approval_does_not_outlive_a_merge() -> None:
    gone, whole = event("gone"), event("whole")
    send_to_review(whole, by=person("contributor"))
    approve(whole, by=person("reviewer"))
    merge_incidents(gone, whole, by=None)

    assert state_of("whole") is State.DRAFT


def test_what_was_published_waits_as_a_draft_once_something_is_merged_into_it() -> None:
    gone, whole = event("gone"), event("whole")
    publish(whole, by=None)
    merge = merge_incidents(gone, whole, by=None)
    assert state_of("whole") is State.DRAFT
    assert Incident.objects.published_with_changes().get().key == "whole"

    publish(Incident.objects.get(key="whole"), by=None)
    part_incidents(merge, by=None)
    assert (state_of("whole"), state_of("gone")) == (State.DRAFT, State.DRAFT)
