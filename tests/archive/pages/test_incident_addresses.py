"""Addresses of incidents stay: they lead on, show an old edition, or say what is gone and why."""

from __future__ import annotations

import pytest
from django.test import Client

from archive import catalogue, editions
from archive.models import Edition
from archive.vocabulary import EditionKind
from tests.archive.pages.markup import Page
from tests.archive.published import publish, retract
from tests.sheets import second_record

SECOND = "/incidents/m4s8td/2018-mastung-bombing/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Edition:
    (edition,) = publish(second_record())
    return edition


@pytest.fixture
def renamed(first: Edition) -> Edition:
    record = first.record.model_copy(update={"title": "Mastung, 13 July 2018"})
    edition = editions.append(record, kind=EditionKind.CORRECTION, note="A plainer title.")
    catalogue.index(edition)
    return edition


def text_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return Page(answer.content.decode()).text


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("wrong", ["/incidents/m4s8td/", "/incidents/m4s8td/another-title/"])
def test_a_wrong_slug_leads_to_the_right_one_with_its_question(client: Client, wrong: str) -> None:
    answer = client.get(f"{wrong}?rule=span")

    assert (answer.status_code, answer.headers["Location"]) == (301, f"{SECOND}?rule=span")


@pytest.mark.usefixtures("first", "renamed")
def test_an_old_edition_stays_as_it_was_and_leads_to_the_newest(client: Client) -> None:
    text = text_of(client, "/incidents/m4s8td/editions/1/")

    assert "2018 Mastung bombing" in text
    assert "Read the newest, edition 2" in text


@pytest.mark.usefixtures("first", "renamed")
@pytest.mark.parametrize(
    ("page", "data"),
    [
        ("/incidents/m4s8td/editions/1/", "/api/v1/incidents/m4s8td/editions/1/"),
        ("/incidents/m4s8td/mastung-13-july-2018/", "/api/v1/incidents/m4s8td/"),
    ],
)
def test_a_page_leads_to_the_data_that_say_the_same(client: Client, page: str, data: str) -> None:
    found = Page(client.get(page).content.decode())
    (alternate,) = [each for each in found.all() if each.attributes.get("type") == "application/json"]
    (link,) = [each for each in found.all() if (each.tag, each.text) == ("a", "data")]

    assert alternate.attributes["href"] == link.attributes["href"] == data


@pytest.mark.usefixtures("first", "renamed")
def test_the_history_lists_every_edition_with_its_kind_note_and_hash(client: Client, first: Edition) -> None:
    text = text_of(client, "/incidents/m4s8td/history/")

    assert text.index("Edition 2") < text.index("correction") < text.index("A plainer title.")
    assert text.index("A plainer title.") < text.index("Edition 1") < text.index(first.sha256)


@pytest.mark.usefixtures("first", "renamed")
@pytest.mark.parametrize("part", ["2018-mastung-bombing/", "editions/1/", "editions/2/", "history/", ""])
def test_a_retracted_incident_says_when_and_why_at_every_address(client: Client, part: str) -> None:
    retract("m4s8td", "Another record holds the same event.")

    assert "Another record holds the same event." in text_of(client, f"/incidents/m4s8td/{part}", 410)


def test_editions_before_a_retraction_stay_gone_when_the_incident_comes_back(
    client: Client, first: Edition
) -> None:
    retract("m4s8td", "It named a private person.")
    publish(second_record())

    assert "It named a private person." in text_of(client, f"/incidents/m4s8td/editions/{first.number}/", 410)
    assert "Mastung" in text_of(client, "/incidents/m4s8td/editions/3/")


@pytest.mark.usefixtures("renamed")
def test_a_redacted_edition_says_why_while_the_others_stay(client: Client, first: Edition) -> None:
    editions.redact(first, reason="It named a private person.")

    assert "It named a private person." in text_of(client, "/incidents/m4s8td/editions/1/", 410)
    assert "It named a private person." in text_of(client, "/incidents/m4s8td/history/")
    assert "Mastung" in text_of(client, "/incidents/m4s8td/mastung-13-july-2018/")


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize(
    "address",
    ["/incidents/none/", "/incidents/m4s8td/editions/7/", "/incidents/none/history/", "/sources/none/"],
)
def test_what_never_was_is_not_found(client: Client, address: str) -> None:
    assert "Nothing is here" in text_of(client, address, 404)


@pytest.mark.usefixtures("first")
def test_pages_only_answer_to_reading(client: Client) -> None:
    assert client.post(SECOND).status_code == 405
