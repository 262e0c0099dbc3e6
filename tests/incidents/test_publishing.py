"""What the desk publishes, and what keeps it from publishing."""

from __future__ import annotations

import orjson
import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from archive import catalogue, editions
from archive.editions import WrongKind
from archive.figures import for_readers
from archive.models import Edition, EditionError, IncidentEntry
from archive.record import canonical
from archive.vocabulary import EditionKind
from incidents.build import build
from incidents.load import load
from incidents.models import Incident, State
from incidents.publishing import NothingToPublish, NotPublishable, publish, retract
from tests.builders import at_least, count, exactly, record
from tests.incidents.desk import person

pytestmark = pytest.mark.django_db


def ready(deaths: int = 3) -> Incident:
    return load(record(count(1, exactly(deaths))))


def test_an_edition_holds_what_the_desk_has() -> None:
    event = record(count(1, exactly(3)))

    assert publish(load(event), by=None, note="Hello").record == for_readers(event)


def test_what_is_published_is_in_the_catalogue() -> None:
    publish(ready(), by=None)

    assert IncidentEntry.objects.filter(pk="event-1").exists()
    assert list(catalogue.check()) == []


def test_a_claim_without_a_citation_keeps_the_incident_from_being_published() -> None:
    incident = load(record(count(1, exactly(3), ())))

    with pytest.raises(NotPublishable) as caught:
        publish(incident, by=None)
    assert [finding.claims for finding in caught.value.findings] == [(1,)]
    assert "has no citation" in caught.value.reasons[0]
    assert not Edition.objects.exists()


def test_rows_that_do_not_fit_together_are_named_instead_of_published() -> None:
    old = count(1, at_least(3), superseded_by=2, superseded_reason="raised")
    incident = load(record(old, count(2, exactly(4))))
    incident.claims.filter(number=2).update(property="injured")

    with pytest.raises(NotPublishable, match="claim 2 is about something else"):
        publish(incident, by=None)


def test_withheld_claims_stay_at_the_desk() -> None:
    incident = load(record(count(1, exactly(3)), count(2, exactly(4), withheld=True)))

    assert [claim.number for claim in publish(incident, by=None).record.claims] == [1]


def test_the_same_text_is_not_published_twice() -> None:
    incident = ready()
    publish(incident, by=None)

    with pytest.raises(NothingToPublish, match="since edition 1"):
        publish(incident, by=None)
    assert Edition.objects.count() == 1


def test_an_edition_whose_text_is_of_an_older_form_is_not_published_again() -> None:
    incident = ready()
    old = orjson.loads(canonical(for_readers(build(incident))))
    del old["merged"]
    text = orjson.dumps(old).decode()
    edition = Edition(incident="event-1", number=1, kind="first", text=text, sha256=editions.digest(text))
    edition.published_at = timezone.now()
    edition.seal = editions.seal_of(edition)
    edition.save()

    with pytest.raises(NothingToPublish):
        publish(incident, by=None)


def test_a_change_at_the_desk_is_an_update_unless_a_correction_is_asked_for() -> None:
    publish(ready(3), by=None)
    second = publish(ready(4), by=None)
    third = publish(ready(5), by=None, kind=EditionKind.CORRECTION, note="Misread.")

    assert (second.kind, third.kind, third.note) == (EditionKind.UPDATE, EditionKind.CORRECTION, "Misread.")


def test_the_first_edition_cannot_be_a_correction() -> None:
    with pytest.raises(WrongKind):
        publish(ready(), by=None, kind=EditionKind.CORRECTION)


def test_what_changes_at_the_desk_is_not_public_before_it_is_published() -> None:
    publish(ready(3), by=None)
    ready(4)

    assert Edition.objects.for_incident("event-1").current().get().record.figures[0].best == 3


def test_a_retracted_incident_leaves_the_catalogue_and_keeps_its_rows_at_the_desk() -> None:
    incident = ready()
    publish(incident, by=None)
    edition = retract(incident, by=None, reason="It did not happen.")

    assert edition.is_retraction
    assert not IncidentEntry.objects.exists()
    assert Incident.objects.filter(key="event-1").exists()


def test_a_retraction_without_a_reason_changes_nothing() -> None:
    incident = ready()
    publish(incident, by=None)

    with pytest.raises(EditionError):
        retract(incident, by=None, reason=" ")
    assert IncidentEntry.objects.exists()


def test_the_desk_remembers_who_published() -> None:
    editor = person("editor")
    publish(ready(), by=editor)

    entry = LogEntry.objects.get(user=editor)
    assert "Published edition 1" in entry.change_message


def approved(incident: Incident) -> Incident:
    Incident.objects.filter(pk=incident.pk).update(state=State.APPROVED)
    return incident


def test_a_retracted_incident_is_a_draft_again() -> None:
    incident = approved(ready())
    publish(incident, by=None)
    retract(incident, by=None, reason="It never happened.")

    assert Incident.objects.get().state == State.DRAFT


def test_what_is_loaded_anew_is_a_draft_again() -> None:
    approved(ready(3))
    ready(4)

    assert Incident.objects.get().state == State.DRAFT
