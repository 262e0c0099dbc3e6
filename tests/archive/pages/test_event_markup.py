"""Pages are well formed, and need nothing from outside or inline."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.test import Client

from tests.archive.pages.markup import Element, Page

PAGES = (
    "/",
    "/incidents/",
    "/incidents/map/",
    "/incidents/k7m2qa/february-2024-balochistan-bombings/",
    "/incidents/k7m2qa/february-2024-balochistan-bombings/?known_at=2024-02-07&rule=span",
    "/incidents/k7m2qa/history/",
    "/incidents/k7m2qa/editions/1/",
    "/incidents/m4s8td/2018-mastung-bombing/",
    "/sources/wikipedia-february-2024-balochistan-bombings/",
    "/publications/the-news-international/",
    "/actors/islamic-state/",
    "/places/balochistan/",
    "/conflicts/election-violence-in-pakistan/",
    "/about/method/",
)
HEADINGS = ("h1", "h2", "h3", "h4")
RESOURCES = {
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "form": "action",
}
#: The parts of a table and what they may be.
ROLES = {
    "table": {"table"},
    "thead": {"rowgroup"},
    "tbody": {"rowgroup"},
    "tr": {"row"},
    "th": {"columnheader", "rowheader"},
    "td": {"cell"},
}
#: Kinds of link that make a browser fetch something.
FETCHED = frozenset({"stylesheet", "icon"})

#: What stands in a block of data: no browser runs it, and so no policy is asked about it.
#: https://html.spec.whatwg.org/multipage/scripting.html#data-block
DATA = "application/ld+json"

pytestmark = pytest.mark.django_db

READ: dict[str, Page] = {}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, client: Client) -> Page:
    """The page at an address, with both events published; each is made once for all tests."""
    address: str = request.param
    if address not in READ:
        request.getfixturevalue("published")
        answer = client.get(address)
        assert answer.status_code == 200
        READ[address] = Page(answer.content.decode())
    return READ[address]


def test_no_anchor_is_given_twice(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))


def runs_inline(element: Element) -> bool:
    """Whether it is a script that stands in the page itself."""
    is_script = element.tag == "script" and element.attributes.get("type") != DATA
    return is_script and ("src" not in element.attributes or bool(element.text))


def test_nothing_is_styled_or_scripted_inline(page: Page) -> None:
    for element in page.all():
        assert element.tag != "style"
        assert not runs_inline(element)
        assert not [name for name in element.attributes if name == "style" or name.startswith("on")]


def test_nothing_is_fetched_from_elsewhere(page: Page) -> None:
    for element in page.all():
        fetches = element.tag != "link" or element.attributes["rel"] in FETCHED
        address = element.attributes.get(RESOURCES.get(element.tag, ""), "")
        assert not (fetches and "//" in address), address


def test_the_head_says_what_the_page_is_and_where_it_stands(page: Page) -> None:
    metas = [each.attributes for each in page.all() if each.tag == "meta"]
    (description,) = [meta["content"] for meta in metas if meta.get("name") == "description"]
    canonical = [each.attributes["href"] for each in page.all() if each.attributes.get("rel") == "canonical"]

    assert description
    assert len(canonical) == 1
    assert canonical[0].startswith("http")
    assert "?" not in canonical[0]


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    levels = [HEADINGS.index(element.tag) for element in page.all() if element.tag in HEADINGS]

    assert levels[0] == 0
    assert levels.count(0) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_field_has_a_label(page: Page) -> None:
    labels = [element for element in page.all() if element.tag == "label"]
    named = {label.attributes.get("for") for label in labels}
    within = [element for label in labels for element in label.all()]
    fields = [element for element in page.all() if element.tag in ("input", "select")]

    assert all(one.attributes.get("id") in named or any(one is each for each in within) for one in fields)


def test_every_table_has_a_caption_that_names_the_group_in_which_it_scrolls(page: Page) -> None:
    for element in page.all():
        if element.attributes.get("class") == "scroll":
            (caption,) = [each for each in element.all() if each.tag == "caption"]
            assert caption.text
            assert element.attributes["aria-labelledby"] == caption.attributes["id"]
            assert (element.attributes["role"], element.attributes["tabindex"]) == ("group", "0")


def test_a_table_that_is_laid_out_as_cards_says_what_its_parts_are(page: Page) -> None:
    """Some browsers forget that a table is one when its style makes it a block."""
    tables = [each for each in page.all() if "claims" in each.attributes.get("class", "").split()]
    parts = [part for table in tables for part in table.all()]

    assert all(part.attributes.get("role") in ROLES[part.tag] for part in parts if part.tag in ROLES)
