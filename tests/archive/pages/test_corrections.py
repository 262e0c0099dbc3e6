"""Readers ask for corrections by a form that needs no login, no session and no script."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import caches
from django.db import DatabaseError
from django.test import Client, RequestFactory
from pytest_django import Settings

from archive.callers import address_of
from archive.models import CorrectionRequest
from archive.models.requests import RequestQuerySet
from archive.pages import pace
from tests.archive.pages.markup import Page

pytestmark = pytest.mark.django_db

ASK = "/about/corrections/ask/"
SENT = "/about/corrections/sent/"
ASKED = {
    "kind": "correction",
    "page": "/incidents/k7m2qa/editions/1/#claim-3",
    "text": "It was the day before.",
    "source": "",
    "name": "",
    "email": "",
    "website": "",
}


def send(client: Client, **changes: str) -> Any:
    return client.post(ASK, ASKED | changes)


def page(answer: Any) -> Page:
    return Page(answer.content.decode())


def test_a_request_reaches_the_desk_as_it_was_sent(client: Client) -> None:
    own = {"source": "The Zenda Times", "name": "A. Reader", "email": "reader@example.org"}
    answer = send(client, **own)

    assert (answer.status_code, answer["Location"]) == (302, SENT)
    assert client.get(SENT).status_code == 200
    kept = CorrectionRequest.objects.values(*ASKED.keys() - {"website"}, "state").get()
    assert kept | {"website": ""} == ASKED | own | {"state": "new"}


def test_nobody_need_say_who_they_are(client: Client) -> None:
    assert send(client).status_code == 302
    assert CorrectionRequest.objects.get().email == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"page": ""}, "This field is required."),
        ({"page": "https://elsewhere.example/"}, "Give the address of a page of this archive"),
        ({"text": " "}, "This field is required."),
        ({"text": "x" * 5001}, "at most 5000 characters"),
        ({"text": "a\0b"}, "Null characters are not allowed."),
        ({"kind": "praise"}, "Select a valid choice"),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"source": "x" * 2001}, "at most 2000 characters"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    client: Client, wrong: dict[str, str], said: str
) -> None:
    answer = send(client, **{"name": "A. Reader"} | wrong)

    assert answer.status_code == 400
    found = page(answer)
    (error,) = [each.text for each in found.all() if each.attributes.get("class") == "filter__error"]
    assert said in error
    assert found.at("id_name").attributes["value"] == "A. Reader"
    assert not CorrectionRequest.objects.exists()


def test_an_error_is_tied_to_its_field(client: Client) -> None:
    found = page(send(client, text="", email="nobody"))

    for name in ("text", "email"):
        field = found.at(f"id_{name}")
        assert field.attributes["aria-invalid"] == "true"
        assert f"id_{name}_error" in field.attributes["aria-describedby"].split()
        assert found.at(f"id_{name}_error").text


def test_a_program_that_fills_in_every_field_is_told_nothing(client: Client) -> None:
    answer = send(client, website="https://spam.example")

    assert (answer.status_code, answer["Location"]) == (302, SENT)
    assert not CorrectionRequest.objects.exists()


def test_nobody_sends_requests_by_the_hundred(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "FROM_ONE", 2)
    answers = [send(client) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert answers[-1]["Retry-After"] == "3600"
    assert client.post(ASK, ASKED, REMOTE_ADDR="192.0.2.7").status_code == 302
    assert CorrectionRequest.objects.count() == 3


def test_nobody_is_forgotten_because_much_is_read_meanwhile(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "FROM_ONE", 1)
    send(client)
    for number in range(1000):
        caches["kept"].set(f"page-{number}", "kept")

    assert send(client).status_code == 429


def test_all_together_are_bounded_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "FROM_ALL", 2)
    codes = [client.post(ASK, ASKED, REMOTE_ADDR=f"192.0.2.{n}").status_code for n in range(3)]

    assert codes == [302, 302, 429]


def test_what_was_too_much_is_still_in_the_form(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "FROM_ONE", 0)
    found = page(send(client))

    assert "try again in an hour" in found.text
    assert found.at("id_text").text == ASKED["text"]


def test_behind_a_proxy_it_is_the_proxy_that_says_where_somebody_is(settings: Settings) -> None:
    request = RequestFactory().get("/", headers={"x-forwarded-for": "203.0.113.9, 192.0.2.7"})
    assert address_of(request) == "127.0.0.1"

    settings.BEHIND_TLS_PROXY = True
    assert address_of(request) == "192.0.2.7"
    assert address_of(RequestFactory().get("/")) == "127.0.0.1"


def test_a_database_that_refuses_loses_nothing_that_was_typed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: RequestQuerySet, **values: Any) -> None:
        raise DatabaseError("The disk is full.")

    monkeypatch.setattr(RequestQuerySet, "hand_in", refuse)
    answer = send(client)

    assert answer.status_code == 503
    assert page(answer).at("id_text").text == ASKED["text"]
    assert "disk" not in answer.content.decode()


def test_a_form_without_its_mark_is_refused_in_plain_words() -> None:
    answer: Any = Client(enforce_csrf_checks=True).post(ASK, ASKED)

    assert answer.status_code == 403
    assert "This form was not accepted" in answer.content.decode()
    assert not CorrectionRequest.objects.exists()


def test_the_mark_needs_no_session() -> None:
    client = Client(enforce_csrf_checks=True)
    (mark,) = [
        each.attributes["value"]
        for each in page(client.get(ASK)).all()
        if each.attributes.get("name") == "csrfmiddlewaretoken"
    ]

    assert {*client.cookies} == {"csrftoken"}
    assert send(client, csrfmiddlewaretoken=mark).status_code == 302


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("address", "about"),
    [
        ("/incidents/k7m2qa/february-2024-balochistan-bombings/", "/incidents/k7m2qa/editions/1/"),
        ("/incidents/k7m2qa/editions/1/", "/incidents/k7m2qa/editions/1/"),
        ("/places/balochistan/", "/places/balochistan/"),
    ],
)
def test_a_page_leads_to_the_form_which_then_names_the_page(client: Client, address: str, about: str) -> None:
    links = [each for each in page(client.get(address)).all() if each.text == "suggest a correction"]
    (way,) = [each.attributes["href"] for each in links]

    assert page(client.get(way)).at("id_page").attributes["value"] == about


@pytest.mark.parametrize("given", ["%00", "%22%3E%3Cscript%3E", "x" * 900])
def test_a_page_that_is_none_harms_nothing(client: Client, given: str) -> None:
    answer = client.get(f"{ASK}?page={given}")

    assert answer.status_code == 200
    assert len(page(answer).at("id_page").attributes.get("value", "")) <= 500


def test_the_form_is_neither_kept_nor_indexed(client: Client) -> None:
    answer = client.get(ASK)

    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_it_is_said_for_how_long_an_address_is_kept(client: Client, settings: Settings) -> None:
    settings.CONTACT_DAYS = 77

    assert "deleted 77 days after" in page(client.get("/about/corrections/")).text
    assert "deleted after 77 days" in page(client.get(ASK)).text
