"""Addresses as people paste them, and the one document they lead to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.addresses import (
    TRACKING,
    address_in,
    canonical,
    host_of,
    last_name_in,
    original,
    root_of,
    spellings,
    up_to_number,
)

PAGE = "https://www.example.org/news/1"

words = st.text("abcdefg0123456789-", min_size=1, max_size=8)
hosts = st.builds(lambda labels: ".".join([*labels, "org"]), st.lists(words, min_size=1, max_size=3))
addresses = st.builds(
    lambda host, steps, query: f"https://{host}/{'/'.join(steps)}{'?' if query else ''}{query}",
    hosts,
    st.lists(st.one_of(words, st.just("amp")), max_size=4),
    st.one_of(st.just(""), st.builds(lambda name, value: f"{name}={value}", words, words)),
)


@pytest.mark.parametrize(
    "pasted",
    [
        f" {PAGE}\n",
        f"{PAGE}#comments",
        f"{PAGE}?utm_source=post&utm_medium=social",
        f"{PAGE}?fbclid=1&gclid=2&ref_src=x",
        f"{PAGE}/amp/",
        f"{PAGE}.amp",
        f"{PAGE}?amp=1",
        "https://www.example.org:443/news/1",
        "https://name:word@WWW.Example.org/news/1",
        "https://www.google.com/amp/s/www.example.org/news/1/amp",
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/1",
    ],
)
def test_how_somebody_came_to_a_page_is_dropped(pasted: str) -> None:
    assert canonical(pasted) == PAGE


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("https://m.example.org/a", "https://example.org/a"),
        ("https://en.m.wikipedia.org/wiki/X", "https://en.wikipedia.org/wiki/X"),
        ("https://amp.org/a", "https://amp.org/a"),
        ("https://example.org/a.amp.html?id=3&utm_id=1", "https://example.org/a.html?id=3"),
        ("http://example.org:8080/a#!/b", "http://example.org:8080/a#!/b"),
        ("https://www.google.com/amp/settings?x=1", "https://www.google.com/amp/settings?x=1"),
        ("https://www.google.com/maps", "https://www.google.com/maps"),
        ("https://a.cdn.ampproject.org/other", "https://a.cdn.ampproject.org/other"),
        ("http://[::1]/a", "http://[::1]/a"),
        ("https://[", "https://["),
        ("ftp://example.org/a", "ftp://example.org/a"),
        ("https://example.org:port/", "https://example.org:port/"),
    ],
)
def test_what_tells_documents_apart_is_kept(pasted: str, plain: str) -> None:
    assert canonical(pasted) == plain


@given(st.one_of(addresses, st.text(max_size=60)))
def test_the_address_of_a_document_is_its_own(pasted: str) -> None:
    assert canonical(canonical(pasted)) == canonical(pasted)


@given(addresses, words, st.sampled_from(["utm_source", "fbclid", "UTM_Term", "mc_cid"]))
def test_marks_of_tracking_never_matter(address: str, value: str, name: str) -> None:
    assert TRACKING.fullmatch(name)
    joint = "&" if "?" in address else "?"
    assert canonical(f"{address}{joint}{name}={value}") == canonical(address)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("  https://example.org/a b", ""),
        (" <https://example.org/a> ", "https://example.org/a"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("example.org", "https://example.org"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://", ""),
        ("https://exam[ple", ""),
        ("Dawn", ""),
        ("e.g.", ""),
        ("", ""),
    ],
)
def test_an_address_is_told_from_words(text: str, address: str) -> None:
    assert address_in(text) == address


@pytest.mark.parametrize("kept", ["https://example.org/a", "https:/example.org/a"])
def test_a_copy_leads_to_the_page_that_it_is_of(kept: str) -> None:
    assert original(f"https://web.archive.org/web/20240207120000id_/{kept}") == "https://example.org/a"


def test_a_page_is_no_copy() -> None:
    assert original(PAGE) == ""


def test_the_ways_in_which_a_document_may_have_been_entered() -> None:
    given = "https://m.example.org/a?utm_id=1"

    assert spellings(given) == (
        given,
        "https://example.org/a",
        "https://m.example.org/a",
        "https://mobile.example.org/a",
        "https://amp.example.org/a",
        "https://example.org/a/amp",
    )
    assert spellings("words") == ("words",)


def test_the_host_is_named_plainly() -> None:
    assert host_of("https://www.example.org/a") == host_of("https://m.example.org/b") == "example.org"
    assert host_of("words") == root_of("words") == ""
    assert root_of("https://m.example.org/a?b") == "https://example.org/"


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://www.dawn.com/news/1419812/suicide-bombing?utm_source=x", "dawn.com/news/1419812"),
        ("http://m.dawn.com/news/1419812", "dawn.com/news/1419812"),
        ("https://paper.example/20240207/blast", ""),
        ("https://paper.example/2024/02/07/blast", ""),
        ("https://paper.example/", ""),
        ("no address", ""),
    ],
)
def test_the_number_of_a_document_tells_it_apart(address: str, known: str) -> None:
    assert up_to_number(address) == known


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.dawn.com/news/1419812/suicide-bombing", "1419812"),
        ("https://paper.example/2024/four-die_in-blast.html?a=1", "four die in blast"),
        ("https://paper.example/", ""),
        ("", ""),
    ],
)
def test_an_address_calls_its_document_something(address: str, name: str) -> None:
    assert last_name_in(address) == name


@given(st.one_of(st.text(), addresses))
def test_any_text_is_asked_for_its_number_and_name(text: str) -> None:
    assert "\n" not in up_to_number(text)
    assert last_name_in(text) == last_name_in(text).strip()
