"""What a page says of itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.captures.describing import Suggested, described

PAGE = "https://www.paper.example/news/12/four-die-in-blast"
TITLE = "Four die in blast at market"


def page(head: str = "", body: str = "", lang: str = ' lang="en"') -> str:
    return f"<!doctype html><html{lang}><head>{head}</head><body>{body}<p>Four people died.</p></body></html>"


def meta(**said: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in said.items()
    )


def linked(data: dict[str, Any]) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_an_article_says_all_of_itself_in_its_tags() -> None:
    head = meta(
        og__title=TITLE,
        og__site_name="The Paper",
        og__type="article",
        article__published_time="2024-02-07T21:15:00+05:00",
    )
    found = described(page(f'{head}<meta name="author" content="Asif Khan">'), PAGE)

    assert (found.title, found.authors, found.published) == (TITLE, ("Asif Khan",), "2024-02-07")
    assert (found.publication, found.language, found.is_article) == ("The Paper", "en", True)
    assert found.whence == {
        "title": "OpenGraph tags",
        "authors": "tags in the page’s head",
        "published": "OpenGraph tags",
        "publication": "OpenGraph tags",
        "language": "the page’s tags",
    }


def test_an_article_says_all_of_itself_to_search_engines() -> None:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "بازار میں دھماکا",
        "datePublished": "2024-02-07T10:00:00+05:00",
        "author": [{"@type": "Person", "name": "Asif Khan"}, {"@type": "Person", "name": "Gul Bibi"}],
        "publisher": {"@type": "Organization", "name": "Daily Example"},
    }
    found = described(page(linked(data), lang=' lang="ur-PK"'), PAGE)

    assert (found.title, found.authors) == ("بازار میں دھماکا", ("Asif Khan", "Gul Bibi"))
    assert (found.publication, found.published, found.language) == ("Daily Example", "2024-02-07", "ur")
    assert found.whence["title"] == "what the page tells search engines (JSON-LD)"


@pytest.mark.parametrize(
    ("title", "site"),
    [
        (f"{TITLE} - The Paper", "The Paper"),
        (f"{TITLE} | paper.example", ""),
        (f"{TITLE} – The Paper – paper.example", "The Paper"),
        (TITLE, "The Paper"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str, site: str) -> None:
    assert described(page(meta(og__title=title, og__site_name=site)), PAGE).title == TITLE


def test_a_dash_within_a_title_stays() -> None:
    title = "Blast at market - four die"
    assert described(page(meta(og__title=title)), PAGE).title == title


def test_a_site_without_a_name_is_called_by_its_host() -> None:
    found = described(page(meta(og__title=TITLE)), PAGE)

    assert (found.publication, found.whence["publication"]) == ("paper.example", "the address")


def test_the_site_is_not_its_own_author() -> None:
    head = meta(og__site_name="The Paper") + '<meta name="author" content="The Paper">'
    assert described(page(head), PAGE).authors == ()


def test_the_day_may_stand_in_the_address_or_in_the_text() -> None:
    dated = described(page(meta(og__title=TITLE)), "https://paper.example/2024/02/07/blast")
    told = described(page(meta(og__title=TITLE), "<p>Published on 7 February 2024</p>"), PAGE)

    assert (dated.published, dated.whence["published"]) == ("2024-02-07", "the address")
    assert (told.published, told.whence["published"]) == ("2024-02-07", "the page’s text")


@pytest.mark.parametrize(
    ("link", "own"),
    [
        ("https://www.paper.example/news/12", "https://www.paper.example/news/12"),
        ("/news/12?utm_source=own", "https://www.paper.example/news/12"),
        ("https://www.paper.example/", PAGE),
        ("https://elsewhere.example/news/12", PAGE),
        ("https://[", PAGE),
    ],
)
def test_a_page_names_its_own_address(link: str, own: str) -> None:
    assert described(page(f'<link rel="canonical" href="{link}">'), f"{PAGE}?fbclid=1").address == own


def test_the_first_page_of_a_site_may_call_itself_that() -> None:
    site = "https://paper.example/"
    found = described(page(f'<link rel="canonical" href="{site}">'), f"{site}?utm_source=x")

    assert (found.address, found.whence.get("url")) == (site, None)


@pytest.mark.parametrize(
    ("head", "lang", "language"),
    [
        ("", ' lang="zh-hant-TW"', "zh-Hant"),
        ('<meta http-equiv="Content-Language" content="ps">', "", "ps"),
        (meta(og__locale="en_GB"), "", "en"),
        ("", ' lang="English (Pakistan)"', ""),
        ("", "", ""),
    ],
)
def test_the_language_is_a_code(head: str, lang: str, language: str) -> None:
    assert described(page(head, lang=lang), PAGE).language == language


@pytest.mark.parametrize("html", ["", "<", "\x00", "words", "<p>x</p>", "[]", "<?xml version='1.0'?><a/>"])
def test_what_is_no_page_says_nothing(html: str) -> None:
    assert described(html, f"{PAGE}#top") == Suggested(address=PAGE)


@given(st.text(max_size=300), st.text(max_size=50))
@settings(max_examples=60, deadline=None)
def test_no_page_breaks_it(html: str, address: str) -> None:
    found = described(f"<html><head><title>{html}</title></head><body><p>{html}</p></body></html>", address)

    assert "\n" not in found.title
    assert len(found.title) <= 2000
