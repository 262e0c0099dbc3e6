"""Every public page in Urdu: the same page, from right to left, at an address of its own."""

from __future__ import annotations

import re

import pytest

from tests.archive.pages.urdu import ASK, PAGES, english_of, got, links, of_rel, page

pytestmark = pytest.mark.usefixtures("published")

each_page = pytest.mark.parametrize("address", [*PAGES, ASK])

#: What has one address in every language.
PLAIN = ("/api/", "/static/", "/feeds/", "/incidents.csv", "/incidents.ndjson", "/incidents.atom")
FILE = re.compile(r"^/(incidents|sources|data)/[^?]*\.[a-z.]+(\?|$)")


@each_page
def test_a_page_in_urdu_says_so_and_runs_from_right_to_left(address: str) -> None:
    (html,) = [each for each in page(f"/ur{address}").all() if each.tag == "html"]

    assert (html.attributes["lang"], html.attributes["dir"]) == ("ur", "rtl")


@pytest.mark.parametrize("address", PAGES)
def test_the_address_alone_decides_the_language(address: str) -> None:
    plain = got(address)
    asked = got(address, headers={"Accept-Language": "ur", "Cookie": "django_language=ur"})

    assert b'<html lang="en" dir="ltr">' in plain.content
    assert asked.content == plain.content
    assert "accept-language" not in asked.headers.get("Vary", "").lower()


@each_page
def test_a_reader_in_urdu_stays_in_urdu(address: str) -> None:
    """But for files, the API, addresses to cite, and the way back to English."""
    found = [each for each in links(page(f"/ur{address}")) if each["href"].startswith("/")]
    inner = [each for each in found if each.get("class") != "address"]
    led_away = [
        each["href"]
        for each in inner
        if not each["href"].startswith(("/ur/", *PLAIN)) and not FILE.match(each["href"])
    ]

    assert led_away == [each["href"] for each in inner if each.get("hreflang") == "en"]


@each_page
def test_forms_are_answered_in_urdu(address: str) -> None:
    forms = [each for each in page(f"/ur{address}").all() if each.tag == "form"]

    assert all(form.attributes.get("action", "")[:4] in ("", "/ur/") for form in forms)


@each_page
def test_a_page_leads_to_the_same_page_in_the_other_language(address: str) -> None:
    (to_urdu,) = [each for each in links(page(address)) if each.get("hreflang") == "ur"]
    (to_english,) = [each for each in links(page(f"/ur{address}")) if each.get("hreflang") == "en"]

    assert (to_urdu["href"], to_urdu["lang"], to_urdu["dir"]) == (f"/ur{address}", "ur", "rtl")
    assert (to_english["href"], to_english["lang"]) == (address, "en")


@each_page
def test_both_languages_are_named_to_programs_and_the_english_page_is_the_one_to_cite(address: str) -> None:
    plain, urdu = page(address), page(f"/ur{address}")
    canonical = of_rel(plain, "canonical")

    assert of_rel(urdu, "canonical") == canonical
    assert not any("/ur/" in each for each in canonical)
    for found in (plain, urdu):
        named = {each["hreflang"]: each["href"] for each in links(found, "link") if "hreflang" in each}
        assert named.keys() == {"en", "ur"}
        assert named["ur"].endswith(f"/ur{address}")
        assert named["en"].endswith(address)


@each_page
def test_no_words_of_the_page_itself_are_english(address: str) -> None:
    """What the record says is in its own language, and marked as such."""
    assert english_of(got(f"/ur{address}").content.decode()) == []
