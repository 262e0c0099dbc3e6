"""What a page says of how to cite it: the edition seen, its files, and the tags that programs read."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client
from pytest_django import Settings

from archive.pages.render import render_event
from tests.archive.pages.markup import Element, Page
from tests.archive.published import publish
from tests.builders import record
from tests.sheets import seed_record

SEED = "/incidents/k7m2qa/february-2024-balochistan-bombings/"
PERMANENT = "http://127.0.0.1:8000/incidents/k7m2qa/editions/1/"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _published(db: None) -> None:
    publish(seed_record())


def page(client: Client, address: str = SEED) -> Page:
    return Page(client.get(address).content.decode())


def box(page: Page) -> Element:
    """The part of the page that says how to cite it."""
    (found,) = [each for each in page.all() if each.attributes.get("aria-labelledby") == "cite-this"]
    return found


def metas(page: Page) -> dict[str, str]:
    tags = [each.attributes for each in page.all() if each.tag == "meta"]
    return {tag.get("name") or tag.get("property", ""): tag.get("content", "") for tag in tags}


def test_the_citation_names_the_edition_seen_and_its_permanent_address(client: Client) -> None:
    text = page(client).at("citation").text

    assert text.startswith("The Incident Archive, “February 2024 Balochistan bombings”, edition 1, ")
    assert text.endswith(f", {PERMANENT}")


def test_an_old_edition_is_cited_as_that_edition(client: Client) -> None:
    publish(seed_record())

    assert ", edition 2, " in page(client).at("citation").text
    assert ", edition 1, " in page(client, "/incidents/k7m2qa/editions/1/").at("citation").text


def test_a_page_as_of_a_day_is_cited_as_that(client: Client) -> None:
    text = page(client, f"{SEED}?known_at=2024-02-07&rule=span").at("citation").text

    assert "as known on 7 February 2024, figures by everything stated" in text
    assert text.endswith(f"{PERMANENT}?known_at=2024-02-07&rule=span")


def test_every_file_that_the_box_offers_is_there(client: Client) -> None:
    links = [each.attributes["href"] for each in box(page(client)).all() if each.tag == "a"]
    local = [link for link in links if link.startswith("/")]

    assert len(local) == 12
    assert {client.get(link).status_code for link in local} == {200}


def test_one_claim_has_an_address_and_data_of_its_own(client: Client) -> None:
    links = [each for each in box(page(client)).all() if each.tag == "a"]
    (claim,) = [link.text for link in links if "#claim-" in link.text]
    (data,) = [link.attributes["href"] for link in links if "/claims/" in link.text]
    number = claim.rpartition("-")[2]

    assert claim == f"{PERMANENT}#claim-{number}"
    assert client.get(data).json()["number"] == int(number)


def test_an_old_edition_leads_to_no_data_of_a_claim_which_may_be_gone_by_now(client: Client) -> None:
    publish(seed_record())
    links = [
        each.text for each in box(page(client, "/incidents/k7m2qa/editions/1/")).all() if each.tag == "a"
    ]

    assert [link for link in links if "#claim-" in link]
    assert not [link for link in links if "/claims/" in link]


def test_the_head_names_title_author_day_and_address_for_reference_managers(client: Client) -> None:
    found = metas(page(client))

    assert found["citation_title"] == found["og:title"] == "February 2024 Balochistan bombings"
    assert found["citation_author"] == "The Incident Archive"
    assert re.fullmatch(r"\d{4}/\d\d/\d\d", found["citation_publication_date"])
    assert found["citation_public_url"] == PERMANENT


def test_the_page_holds_the_event_as_data(client: Client) -> None:
    (block,) = [each for each in page(client).all() if each.attributes.get("type") == "application/ld+json"]
    made = json.loads("".join(block.words))

    assert (made["@type"], made["startDate"]) == ("Event", "2024-02-07")
    assert made == client.get("/incidents/k7m2qa.jsonld").json()


def test_the_header_leads_to_the_permanent_address_and_to_twins_that_are_there(client: Client) -> None:
    for address in (SEED, "/incidents/k7m2qa/editions/1/"):
        links = re.findall(r'<([^>]+)>; rel="([^"]+)"', client.get(address)["Link"])
        twins = [link for link, kind in links if kind == "alternate"]

        assert [link for link, kind in links if kind == "cite-as"] == [PERMANENT]
        assert {client.get(link).status_code for link in twins} == {200}


def test_the_licence_is_the_one_that_the_settings_name(client: Client, settings: Settings) -> None:
    settings.DATA_LICENCE, settings.DATA_LICENCE_URL = "Own terms", "https://example.org/terms"
    answer = client.get(SEED)

    assert '<https://example.org/terms>; rel="license"' in answer["Link"]
    assert "Own terms" in box(Page(answer.content.decode())).text


def test_without_a_licence_and_a_name_of_the_archive_the_rest_stands(
    client: Client, settings: Settings
) -> None:
    settings.SITE_NAME = settings.DATA_LICENCE_URL = ""
    found = page(client)

    assert found.at("citation").text.startswith("“February 2024 Balochistan bombings”")
    assert "Licence" not in box(found).text
    assert "citation_author" not in metas(found)


def test_an_edition_without_claims_is_cited_too(client: Client) -> None:
    publish(record())
    found = box(page(client, "/incidents/event-1/an-event/"))

    assert "A single claim" not in found.text
    assert "All its references" not in found.text


def test_what_is_not_published_cannot_be_cited() -> None:
    found = Page(render_event(record()))

    assert "cite-this" not in found.ids
    assert "citation_title" not in metas(found)


def test_a_hostile_title_is_text_wherever_it_is_cited(client: Client) -> None:
    title = "</script><script>alert('x')</script>\" onload=\"x <b>'&amp;"
    publish(record(title=title))
    answer = client.get("/incidents/event-1/editions/1/")
    found = Page(answer.content.decode())

    assert [each.attributes.get("type", "file") for each in found.all() if each.tag == "script"] == [
        "application/ld+json",
        "file",
    ]
    assert metas(found)["citation_title"] == title
    assert f"“{title}”" in found.at("citation").text


def test_a_source_offers_its_own_citation(client: Client) -> None:
    found = page(client, "/sources/wikipedia-february-2024-balochistan-bombings/")
    links = [each.attributes["href"] for each in found.all() if each.tag == "a"]
    files = [link for link in links if link.startswith("/sources/wikipedia-february") and "." in link]

    assert [link.partition(".")[2] for link in files] == ["bib", "ris", "csl.json"]
    assert {client.get(link).status_code for link in files} == {200}
