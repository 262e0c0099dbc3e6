"""The page of an edition is made once, and is never another edition's or another language's."""

from __future__ import annotations

import pytest
from django.test import Client

from archive import editions
from archive.models import Edition
from tests.archive.published import publish, retract
from tests.builders import record

pytestmark = pytest.mark.django_db

PAGE = "/incidents/event-1/one-event/"


def event(title: str = "One event") -> Edition:
    return publish(record(title=title))[0]


def test_a_page_that_was_read_is_not_made_again(client: Client) -> None:
    event()
    first, again = client.get(PAGE), client.get(PAGE)

    assert first.templates
    assert not again.templates
    assert first.content == again.content


def test_a_new_edition_has_a_page_of_its_own(client: Client) -> None:
    event()
    client.get(PAGE)
    event()

    assert "Edition 2" in client.get(PAGE).content.decode()


def test_an_old_edition_says_that_there_is_a_newer_one_as_soon_as_there_is(client: Client) -> None:
    event()
    before = client.get("/incidents/event-1/editions/1/").content
    event()
    after = client.get("/incidents/event-1/editions/1/").content.decode()

    assert after != before.decode()
    assert "newest" in after


def test_each_language_has_its_own(client: Client) -> None:
    event()
    client.get(PAGE)

    assert 'lang="ur"' in client.get(f"/ur{PAGE}").content.decode()
    assert '<html lang="en"' in client.get(PAGE).content.decode()


def test_what_is_asked_is_answered_anew(client: Client) -> None:
    event()
    client.get(PAGE)

    assert client.get(f"{PAGE}?rule=latest").templates
    assert client.get(f"{PAGE}?known_at=never").status_code == 400


def test_a_page_that_was_kept_is_not_shown_once_its_edition_is_closed(client: Client) -> None:
    edition = event()
    client.get(PAGE)
    client.get("/incidents/event-1/editions/1/")
    event("One event")
    editions.redact(edition, reason="It named somebody.")
    assert client.get("/incidents/event-1/editions/1/").status_code == 410
    retract("event-1")

    assert client.get(PAGE).status_code == 410
