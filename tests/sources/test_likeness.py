"""Spellings of one name, and addresses of one document."""

from __future__ import annotations

import pytest

from sources.likeness import likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Balúchistán", "baluchistan"),
        ("Al-Qaʿida", "al qaʿida"),
        ("  The  Dawn ", "THE DAWN"),
        ("ﬁre", "fire"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert likeness(one) == likeness(other)


def test_other_names_and_empty_ones_are_not() -> None:
    assert likeness("Dawn") != likeness("Dusk")
    assert likeness("") == likeness("–") == ""


@pytest.mark.parametrize(
    "other", ["http://example.org/a/", "https://www.example.org/a#top", "https://EXAMPLE.org/a"]
)
def test_addresses_of_one_document_are_alike(other: str) -> None:
    assert likeness("https://example.org/a", "url") == likeness(other, "url")


def test_addresses_differ_by_their_query_and_bad_ones_by_themselves() -> None:
    assert likeness("https://example.org/a?id=1", "url") != likeness("https://example.org/a?id=2", "url")
    assert likeness("https://[", "url") != likeness("https://[x", "url")
