"""Addresses are functions of identifiers, and the archive answers at each of them."""

from __future__ import annotations

import pytest
from django.urls import resolve

from archive import addresses


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("February 2024 Balochistan bombings", "february-2024-balochistan-bombings"),
        ("Attack on “Türkiye’s” embassy", "attack-on-turkiyes-embassy"),
        ("مستونگ", ""),
        ("a" * 79 + " b", "a" * 79),
        ("History!", ""),
        ("History of an attack", "history-of-an-attack"),
    ],
)
def test_a_slug_is_made_of_plain_letters_and_digits(title: str, slug: str) -> None:
    assert addresses.slug_of(title) == slug


def test_an_address_is_made_absolute_with_the_site() -> None:
    assert addresses.absolute("/incidents/a/", "https://example.org") == "https://example.org/incidents/a/"


def test_a_list_is_filtered_by_its_query() -> None:
    assert addresses.api_list_path("incidents", source="s1") == "/api/v1/incidents/?source=s1"
    assert addresses.api_list_path("incidents") == "/api/v1/incidents/"


@pytest.mark.parametrize(
    "path",
    [
        addresses.incident_path("a"),
        addresses.incident_path("a", "title"),
        addresses.history_path("a"),
        addresses.edition_path("a", 1),
        addresses.claim_path("a", 1, "title"),
        addresses.attack_path("a", 1, "title"),
        addresses.twin_path(addresses.incident_path("a"), "geojson"),
        addresses.twin_path(addresses.source_path("a"), "csl.json"),
        addresses.references_path(addresses.edition_path("a", 1), "bib"),
        addresses.source_path("a"),
        addresses.publication_path("a"),
        addresses.actor_path("a"),
        addresses.place_path("a"),
        addresses.conflict_path("a"),
        addresses.entity_list_path("actors"),
        addresses.entity_path("actors", "a"),
        addresses.api_incident_path("a"),
        addresses.api_editions_path("a"),
        addresses.api_edition_path("a", 1),
        addresses.api_claim_path("a", 1),
        addresses.api_attack_path("a", 1),
        addresses.api_entity_path("actors", "a"),
    ],
)
def test_every_address_is_routed(path: str) -> None:
    assert resolve(path.split("#")[0]).url_name != "nowhere"
