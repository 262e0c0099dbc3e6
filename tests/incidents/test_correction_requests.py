"""What readers ask to have corrected waits at the desk until somebody answers it."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from archive.models import CorrectionRequest
from incidents.desk_home import shelves
from incidents.load import load
from tests.builders import record
from tests.incidents.desk import person

pytestmark = pytest.mark.django_db

LIST = "/desk/archive/correctionrequest/"


def asked(**more: Any) -> CorrectionRequest:
    plain = {"kind": "correction", "page": "/incidents/event-1/editions/1/#claim-3", "text": "It was Monday."}
    return CorrectionRequest.objects.create(**plain | more)


def at(request: CorrectionRequest) -> str:
    return reverse("admin:archive_correctionrequest_change", args=[request.pk])


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(person("editor"))
    return client


def test_a_request_shows_what_is_asked_and_leads_to_the_incident(editor: Client) -> None:
    incident = load(record(title="An event of Monday"))
    text = editor.get(at(asked(email="reader@example.org"))).content.decode()

    assert "It was Monday." in text
    assert "reader@example.org" in text
    assert f'href="/desk/incidents/incident/{incident.pk}/change/"' in text
    assert 'href="http://127.0.0.1:8000/incidents/event-1/editions/1/#claim-3"' in text


def test_a_request_about_another_page_leads_to_no_incident(editor: Client) -> None:
    text = editor.get(at(asked(page="/actors/bla/"))).content.decode()

    assert "/desk/incidents/incident/" not in text.partition("What is asked")[2]


def test_whoever_takes_it_is_named_until_it_is_new_again(editor: Client) -> None:
    request = asked()
    editor.post(at(request), {"state": "in_hand", "note": "I write to them."})
    request.refresh_from_db()
    assert (request.state, request.taken_by, request.note) == ("in_hand", "a-editor", "I write to them.")

    editor.post(at(request), {"state": "new", "note": ""})
    request.refresh_from_db()
    assert (request.state, request.taken_by) == ("new", "")


def test_who_answers_it_later_does_not_take_it_from_who_took_it(editor: Client) -> None:
    request = asked(state="in_hand", taken_by="somebody")
    editor.post(at(request), {"state": "answered", "note": ""})

    request.refresh_from_db()
    assert (request.state, request.taken_by) == ("answered", "somebody")


def test_nobody_overwrites_what_they_did_not_see(editor: Client) -> None:
    request = asked(note="Theirs.\nAll of it.", state="in_hand", taken_by="somebody")
    seen = {"initial-state": "new", "initial-note": ""}
    answer = editor.post(at(request), {"state": "declined", "note": "Mine."} | seen)

    assert answer.status_code == 200
    assert "Somebody changed this meanwhile" in answer.content.decode()
    request.refresh_from_db()
    assert (request.state, request.note) == ("in_hand", "Theirs.\nAll of it.")


def test_a_form_that_saw_it_as_it_is_is_saved(editor: Client) -> None:
    request = asked(note="Two\nlines.", state="in_hand", taken_by="somebody")
    seen = {"initial-state": "in_hand", "initial-note": "Two\r\nlines."}
    editor.post(at(request), {"state": "answered", "note": "Two\r\nlines."} | seen)

    request.refresh_from_db()
    assert request.state == "answered"


def test_what_a_reader_wrote_is_never_markup_and_cannot_be_rewritten(editor: Client) -> None:
    request = asked(text="<script>alert(1)</script>")
    editor.post(at(request), {"state": "in_hand", "note": "", "text": "Something else."})

    assert "<script>alert" not in editor.get(at(request)).content.decode()
    request.refresh_from_db()
    assert request.text == "<script>alert(1)</script>"


def test_the_list_is_narrowed_by_state(editor: Client) -> None:
    asked(page="/incidents/waiting/")
    asked(page="/incidents/done/", state="answered", taken_by="somebody")
    text = editor.get(f"{LIST}?state__exact=new").content.decode()

    assert "/incidents/waiting/" in text
    assert "/incidents/done/" not in text


def test_the_first_page_of_the_desk_says_how_many_wait() -> None:
    asked()
    asked(state="in_hand", taken_by="somebody")
    asked(state="declined", taken_by="somebody")

    assert {shelf.title: shelf.count for shelf in shelves(person("editor"))}["Correction requests"] == 2


def test_who_may_not_read_them_is_not_told_of_them() -> None:
    asked()

    assert "Correction requests" not in {shelf.title for shelf in shelves(person("contributor"))}


def test_name_and_address_are_forgotten_after_a_time(settings: Settings) -> None:
    settings.CONTACT_DAYS = 10
    own = {"name": "A. Reader", "email": "reader@example.org"}
    old = asked(asked_at=timezone.now() - timedelta(days=11), **own)
    new = asked(asked_at=timezone.now() - timedelta(days=9), **own)
    out = StringIO()
    call_command("forget_contacts", stdout=out)

    assert out.getvalue() == "Contact details were deleted from 1 requests.\n"
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.name, old.email, old.text) == ("", "", "It was Monday.")
    assert new.email == "reader@example.org"


@pytest.mark.django_db(transaction=True)
def test_a_worker_forgets_them_too() -> None:
    old = asked(asked_at=timezone.now() - timedelta(days=1000), email="reader@example.org")
    call_command("worker", "--once")

    old.refresh_from_db()
    assert old.email == ""
