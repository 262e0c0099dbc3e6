"""The incidents that somebody at the desk looks for."""

from __future__ import annotations

import pytest

from incidents.history import keep
from incidents.load import load
from incidents.models import Incident, State
from incidents.publishing import publish, retract
from tests.builders import count, exactly, record
from tests.incidents.desk import person

pytestmark = pytest.mark.django_db


def event(key: str, deaths: int = 3) -> Incident:
    return load(record(count(1, exactly(deaths)), id=key))


def keys(incidents: object) -> list[str]:
    return sorted(incident.key for incident in incidents)  # type: ignore[attr-defined]


def test_the_drafts_of_somebody_are_those_that_they_edited() -> None:
    mine, other = event("mine"), event("other")
    me = person("contributor")
    keep(mine, by=me, what="Changed.")
    keep(mine, by=me, what="Changed again.")
    keep(other, by=person("editor"), what="Changed.")

    assert keys(Incident.objects.drafts_of(me)) == ["mine"]


def test_what_is_in_review_waits_for_review() -> None:
    event("draft")
    Incident.objects.filter(pk=event("waiting").pk).update(state=State.IN_REVIEW)

    assert keys(Incident.objects.waiting_for_review()) == ["waiting"]


def test_what_was_edited_since_its_edition_is_published_with_changes() -> None:
    publish(event("quiet"), by=None)
    publish(event("edited"), by=None)
    event("edited", 4)
    event("never-published")
    gone = event("gone")
    publish(gone, by=None)
    retract(gone, by=None, reason="It did not happen.")

    assert keys(Incident.objects.published_with_changes()) == ["edited"]
