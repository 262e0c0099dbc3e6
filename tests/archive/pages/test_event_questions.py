"""An event page shows what was known on a day, and figures by any rule."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.archive.pages.markup import Page

SEED = "/incidents/k7m2qa/february-2024-balochistan-bombings/"
SECOND = "/incidents/m4s8td/2018-mastung-bombing/"

pytestmark = pytest.mark.usefixtures("published")


def page(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return Page(answer.content.decode())


def killed_on(found: Page) -> str:
    """The figure of the killed at the head of the page."""
    return next(each.text for each in found.all() if each.attributes.get("class") == "headline__figure")


@pytest.mark.parametrize(
    ("day", "killed"), [("2018-07-13", "128"), ("2018-07-15", "128"), ("2018-07-20", "149")]
)
def test_the_count_of_the_killed_moves_with_the_day(client: Client, day: str, killed: str) -> None:
    assert killed_on(page(client, f"{SECOND}?known_at={day}")) == killed


def test_a_claim_made_later_is_not_on_the_page_of_an_earlier_day(client: Client) -> None:
    found = page(client, f"{SECOND}?known_at=2018-07-15")

    assert "149" not in found.text
    assert "Qaim Lashari" not in found.text


def test_a_page_of_a_day_says_so_and_counts_the_claims_without_a_day(client: Client) -> None:
    found = page(client, f"{SECOND}?known_at=2018-07-13")
    (banner,) = found.root.with_role("status")
    (title,) = [each.text for each in found.all() if each.tag == "title" and "bombing" in each.text]

    assert title.startswith("2018 Mastung bombing, as known on 13 July 2018")
    assert "As known on 13 July 2018" in banner.text
    assert "claims of which nothing tells the day are left out" in banner.text


def test_responsibility_follows_the_day(client: Client) -> None:
    assert "Islamic State – Pakistan Province" not in page(client, f"{SEED}?known_at=2024-02-07").text


@pytest.mark.parametrize(
    ("rule", "killed"), [("archive", "28–30+"), ("span", "24–30+"), ("acled", "24"), ("lowest", "24")]
)
def test_the_figure_follows_the_rule(client: Client, rule: str, killed: str) -> None:
    assert killed_on(page(client, f"{SEED}?rule={rule}")) == killed


def test_a_page_by_another_rule_says_so(client: Client) -> None:
    (banner,) = page(client, f"{SEED}?rule=span").root.with_role("status")

    assert "everything stated" in banner.text


def test_the_page_as_published_has_no_banner(client: Client) -> None:
    assert page(client, SEED).root.with_role("status") == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("known_at=7.2.2024", "like 2024-02-07"),
        ("known_at=2024-02-30", "is not a day"),
        ("known_at=20240207", "is not a day"),
        ("known_at=%00", "is not a day"),
        ("rule=median", "one of: archive, span"),
    ],
)
def test_a_question_without_an_answer_is_refused_with_what_to_write(
    client: Client, question: str, told: str
) -> None:
    answer = client.get(f"{SEED}?{question}")

    assert answer.status_code == 400
    assert told in Page(answer.content.decode()).text


@pytest.mark.parametrize(("question", "field"), [("known_at=yesterday", "known-at"), ("rule=median", "rule")])
def test_what_is_wrong_stands_beside_its_field_on_the_page_as_published(
    client: Client, question: str, field: str
) -> None:
    found = Page(client.get(f"{SECOND}?{question}").content.decode())

    assert found.at(field).attributes["aria-invalid"] == "true"
    assert "question" in found.at(field).attributes["aria-describedby"].split()
    assert killed_on(found) == "149"


@pytest.mark.parametrize("question", ["known_at=2018-07-13", "rule=span", "rule=median"])
def test_only_the_plain_address_is_offered_to_search_engines(client: Client, question: str) -> None:
    found = Page(client.get(f"{SECOND}?{question}").content.decode())
    heads = {
        each.attributes.get("name") or each.attributes.get("rel"): each.attributes for each in found.all()
    }

    assert heads["robots"]["content"] == "noindex"
    assert heads["canonical"]["href"].endswith(SECOND)


def test_before_anything_was_claimed_the_page_says_so(client: Client) -> None:
    found = page(client, f"{SECOND}?known_at=2000-01-01")

    assert "Nothing was claimed by then" in found.root.with_role("status")[0].text


def test_fields_left_empty_ask_for_nothing(client: Client) -> None:
    assert client.get(f"{SEED}?known_at=&rule=").content == client.get(SEED).content
