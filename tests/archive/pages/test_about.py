"""The pages on which the archive says how it works."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.archive.pages.markup import Page


def page(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return Page(answer.content.decode())


@pytest.mark.parametrize("address", ["/about/codebook/", "/about/method/"])
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
