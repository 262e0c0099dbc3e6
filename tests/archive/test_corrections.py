"""What a request is about follows from the address of the page that it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.addresses import claim_path, edition_path
from archive.corrections import Subject, own_path, subject_of

SITE = "https://archive.example.org"
KEYS = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)


@pytest.mark.parametrize(
    "address",
    ["/incidents/k7m2qa/", f"{SITE}/incidents/k7m2qa/", f"  {SITE}/incidents/k7m2qa/#claim-3 ", "/"],
)
def test_a_page_of_the_archive_is_known_by_its_path(address: str) -> None:
    assert own_path(address, f"{SITE}/") == address.strip().removeprefix(SITE)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "k7m2qa",
        "https://elsewhere.example/incidents/k7m2qa/",
        "//elsewhere.example/",
        f"{SITE}.elsewhere.example/",
        "javascript:alert(1)",
        "/incidents/ k7m2qa/",
        "/\\elsewhere.example",
    ],
)
def test_anybody_elses_page_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not an address of this archive"):
        own_path(address, SITE)


@given(KEYS, st.integers(1, 999), st.integers(1, 9999))
def test_an_incidents_page_names_it_with_edition_and_claim(key: str, edition: int, claim: int) -> None:
    assert subject_of(edition_path(key, edition)) == Subject(key, edition, None)
    assert subject_of(claim_path(key, claim, "a-title")) == Subject(key, None, claim)


@pytest.mark.parametrize(
    "page", ["/", "/incidents/", "/actors/bla/", "/places/quetta/", "/incidents/UPPER/", "/about/method/"]
)
def test_another_page_names_no_incident(page: str) -> None:
    assert subject_of(page) is None
