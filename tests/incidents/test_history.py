"""What the desk remembers of every save."""

from __future__ import annotations

import pytest

from archive.record import canonical, read_record
from archive.vocabulary import Property
from incidents.build import build
from incidents.load import load
from incidents.models import Claim, Snapshot, Subject
from tests.builders import count, exactly, record
from tests.incidents.desk import EMPTY_ATTACKS, at_the_desk, typed_claim

pytestmark = pytest.mark.django_db


def test_saving_an_incident_keeps_its_record() -> None:
    typed = {**EMPTY_ATTACKS, "key": "event-1", "title": "An event"}
    at_the_desk("contributor").post("/desk/incidents/incident/add/", typed)
    kept = Snapshot.objects.get()

    assert (kept.subject, kept.key, str(kept.by)) == (Subject.INCIDENTS, "event-1", "a-contributor")
    assert read_record(kept.text).title == "An event"


def test_saving_a_claim_keeps_the_record_of_its_incident() -> None:
    incident = load(record(count(1, exactly(3))))
    typed = typed_claim(Property.KILLED, incident=incident.pk)
    at_the_desk("contributor").post("/desk/incidents/claim/add/", typed)

    assert Claim.objects.count() == 2
    after, before = Snapshot.objects.of(Subject.INCIDENTS, incident.key)
    assert after.text == canonical(build(incident)).decode()
    assert [claim.number for claim in read_record(before.text).claims] == [1]


def test_saving_a_shared_entity_keeps_the_whole_of_it() -> None:
    typed = {"key": "associated-press", "name": "Associated Press", "kind": "news_agency"}
    at_the_desk("contributor").post("/desk/sources/publication/add/", typed)
    kept = Snapshot.objects.of(Subject.PUBLICATIONS, "associated-press").get()

    assert '"name":"Associated Press"' in kept.text
