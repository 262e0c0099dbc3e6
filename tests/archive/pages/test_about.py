"""The pages on which the archive says how it works."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from tests.archive.pages.markup import Page
from tests.archive.published import publish
from tests.builders import count, exactly, publication, record, source


def page(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return Page(answer.content.decode())


@pytest.mark.parametrize("address", ["/about/", "/about/codebook/", "/about/method/", "/about/using/"])
def test_every_anchor_is_there_once_and_every_link_within_the_page_finds_its_own(
    client: Client, address: str
) -> None:
    found = page(client, address)
    links = [each.attributes.get("href", "") for each in found.all() if each.tag == "a"]

    assert len(found.ids) == len(set(found.ids))
    assert [link for link in links if link.startswith("#") and link[1:] not in found.ids] == []


def test_the_codebook_gives_a_word_its_meaning_and_its_address(client: Client) -> None:
    found = page(client, "/about/codebook/")

    assert "An explosion in which its bearer meant to die." in found.at("AttackType-suicide_bombing").text
    assert "list of Citation" in found.at("Claim-citations").text
    assert "/api/v1/schema/record.json" in [each.attributes.get("href") for each in found.all()]


@pytest.mark.django_db
def test_the_licence_of_each_published_dataset_is_named(client: Client) -> None:
    datasets = [
        publication("d1", name="Dataset of Zenda", kind="dataset", licence="CC BY 4.0 (Zenda)"),
        publication("d2", name="Silent Dataset", kind="dataset"),
        publication("n1", name="The Zenda Times"),
    ]
    cited = [source(f"s{n}", publication=each.key) for n, each in enumerate(datasets)]
    publish(record(count(1, exactly(1), [each.key for each in cited]), entities=[*datasets, *cited]))

    cells = [each.text for each in page(client, "/about/licence/").all() if each.tag in ("th", "td")]
    assert cells[2:] == ["Dataset of Zenda", "CC BY 4.0 (Zenda)", "Silent Dataset", "not recorded"]


@pytest.mark.django_db
def test_the_terms_of_the_archives_own_data_are_those_that_were_set(
    client: Client, settings: Settings
) -> None:
    settings.DATA_LICENCE, settings.DATA_LICENCE_URL = "ODbL", "https://example.org/odbl"

    links = [
        each for each in page(client, "/about/licence/").all() if each.attributes.get("rel") == "license"
    ]
    assert [(link.text, link.attributes["href"]) for link in links] == [("ODbL", "https://example.org/odbl")]


@pytest.mark.django_db
def test_without_a_licence_the_page_claims_none(client: Client, settings: Settings) -> None:
    settings.DATA_LICENCE = settings.DATA_LICENCE_URL = ""

    assert "has not said on which terms" in page(client, "/about/licence/").text


def test_the_archive_leads_to_all_that_it_says_of_itself(client: Client) -> None:
    links = {each.attributes.get("href") for each in page(client, "/about/").all()}

    assert {"/about/method/", "/about/codebook/", "/about/licence/", "/about/corrections/"} <= links


def test_the_method_says_what_counts_as_an_update_and_who_is_named(client: Client) -> None:
    found = page(client, "/about/method/")

    assert "it is a maintenance edition" in found.text
    assert found.at("people").text == "People"
