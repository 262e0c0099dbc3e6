"""A redaction empties an edition for good, and nothing public holds its text any more."""

from __future__ import annotations

import pytest
from django.test import Client

from archive import catalogue, editions
from archive.models import Edition, IncidentEntry
from incidents.load import load
from incidents.models import Incident, State
from incidents.publishing import publish, redact
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db


def published(deaths: int) -> Edition:
    return publish(load(record(count(1, exactly(deaths)))), by=None)


def test_redacting_the_current_edition_takes_the_incident_out_of_the_catalogue() -> None:
    redact(published(3), by=None, reason="A court order")

    assert not IncidentEntry.objects.exists()
    assert list(catalogue.check()) == []
    assert list(editions.verify()) == []


def test_a_redacted_current_edition_is_gone_with_its_reason(client: Client) -> None:
    redact(published(3), by=None, reason="A court order")

    for address in (
        "/incidents/event-1/",
        "/api/v1/incidents/event-1/",
        "/api/v1/incidents/event-1/claims/1/",
    ):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "A court order" in answer.content.decode()


def test_redacting_an_old_edition_leaves_the_current_one_in_the_catalogue(client: Client) -> None:
    old = published(3)
    published(4)
    redact(old, by=None, reason="A court order")

    assert client.get("/incidents/event-1/", follow=True).status_code == 200
    assert client.get("/incidents/event-1/editions/1/").status_code == 410
    assert list(catalogue.check()) == []


def test_a_catalogue_that_still_holds_a_redacted_edition_is_reported_and_mended() -> None:
    editions.redact(published(3), reason="A court order")

    assert list(catalogue.check())
    assert list(catalogue.reindex())
    assert list(catalogue.check()) == []
    assert not IncidentEntry.objects.exists()


def test_an_incident_whose_current_edition_is_redacted_is_a_draft_again() -> None:
    edition = published(3)
    Incident.objects.update(state=State.APPROVED)
    redact(edition, by=None, reason="A court order")

    assert Incident.objects.get().state == State.DRAFT
