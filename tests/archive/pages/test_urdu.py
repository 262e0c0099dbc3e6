"""The public pages in Urdu: the same pages, from right to left, at addresses of their own."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from tests.archive.merges import merged
from tests.archive.pages.markup import VOID, Page
from tests.archive.published import publish, retract
from tests.sheets import seed_record

pytestmark = pytest.mark.usefixtures("published")

EVENT = "/incidents/k7m2qa/february-2024-balochistan-bombings/"
PAGES = [
    "/",
    "/about/method/",
    "/incidents/",
    "/incidents/?q=mastung&killed_min=3",
    "/incidents/by/actor/",
    EVENT,
    f"{EVENT}?rule=span&known_at=2024-02-07",
    "/incidents/k7m2qa/editions/1/",
    "/incidents/k7m2qa/history/",
    "/places/killa-saifullah-district/",
    "/actors/islamic-state/",
    "/conflicts/insurgency-in-balochistan/",
    "/sources/wikipedia-february-2024-balochistan-bombings/",
    "/publications/wikipedia/",
]
each_page = pytest.mark.parametrize("address", PAGES)

#: What has one address in every language.
PLAIN = ("/api/", "/static/", "/incidents.csv", "/incidents.ndjson")
FILE = re.compile(r"^/(incidents|sources)/[^?]*\.[a-z.]+(\?|$)")


def got(address: str, status: int = 200, headers: dict[str, str] | None = None) -> Any:
    response = Client().get(address, headers=headers)
    assert response.status_code == status
    return response


class InUrdu(HTMLParser):
    """Gathers what a page says in the language of the page, without what is marked as another's words."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._languages: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            around = self._languages[-1] if self._languages else ""
            of_programs = "none" if tag in ("script", "code", "title") else around
            self._languages.append(dict(attrs).get("lang") or of_programs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._languages.pop()

    def handle_data(self, data: str) -> None:
        if self._languages and self._languages[-1] == "ur" and data.strip():
            self.said.append(data.strip())


def page(address: str, status: int = 200) -> Page:
    return Page(got(address, status).content.decode())


def links(found: Page, tag: str = "a") -> list[dict[str, str]]:
    return [each.attributes for each in found.all() if each.tag == tag and each.attributes.get("href")]


def of_rel(found: Page, rel: str) -> list[str]:
    return [each["href"] for each in links(found, "link") if each.get("rel") == rel]


@each_page
def test_a_page_in_urdu_says_so_and_runs_from_right_to_left(address: str) -> None:
    (html,) = [each for each in page(f"/ur{address}").all() if each.tag == "html"]

    assert (html.attributes["lang"], html.attributes["dir"]) == ("ur", "rtl")


@each_page
def test_the_address_alone_decides_the_language(address: str) -> None:
    plain = got(address)
    asked = got(address, headers={"Accept-Language": "ur", "Cookie": "django_language=ur"})

    assert b'<html lang="en" dir="ltr">' in plain.content
    assert asked.content == plain.content
    assert "Vary" not in asked.headers


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
    reading = InUrdu()
    reading.feed(got(f"/ur{address}").content.decode())

    assert re.findall(r"[A-Za-z]{2,}[ ,]+[a-z]{2,}", " | ".join(reading.said)) == []


def test_words_of_the_record_keep_their_language_and_direction() -> None:
    html = got(f"/ur{EVENT}").content.decode()

    assert '<h1><bdi lang="en">February 2024 Balochistan bombings</bdi></h1>' in html
    assert '<p dir="ltr"><span class="statement" dir="ltr" id="claim-1"><bdi lang="en">On 7 February' in html


def test_urdu_words_on_an_english_page_keep_theirs() -> None:
    html = got("/places/killa-saifullah-district/").content.decode()

    assert '<bdi lang="ur">قلعہ سیف اللہ</bdi>' in html


def test_places_go_by_their_urdu_names_beside_those_of_the_record() -> None:
    html = got(f"/ur{EVENT}").content.decode()

    assert (
        '<a href="/ur/places/killa-saifullah-district/"><bdi lang="ur">ضلع قلعہ سیف اللہ</bdi></a>'
        ' <span class="quiet">(<bdi lang="en">Killa Saifullah District</bdi>)</span>'
    ) in html


def test_numbers_keep_their_digits_and_ranges_their_order() -> None:
    html = got(f"/ur{EVENT}").content.decode()

    assert "<bdi>\u2066\u206628–30\u2069+\u2069</bdi>" in html
    assert "7 فروری 2024" in html


def test_claims_that_a_sentence_names_can_be_followed() -> None:
    html = got(f"/ur{EVENT}").content.decode()

    assert (
        'دعوے <a href="#claim-23">23</a>، <a href="#claim-24">24</a> اور <a href="#claim-25">25</a>' in html
    )


@pytest.mark.parametrize("search", ["قلعہ سیف اللہ", "قلعه سيف الله"])
@pytest.mark.parametrize("language", ["", "/ur"])
def test_an_urdu_spelling_finds_the_incident_on_pages_of_both_languages(language: str, search: str) -> None:
    html = got(f"{language}/incidents/?q={search}").content.decode()

    assert f'href="{language}{EVENT}"' in html
    assert f'href="{language}/places/killa-saifullah-district/"' in html


def test_what_cannot_be_answered_is_said_in_urdu() -> None:
    assert "پورا عدد لکھیے۔" in page("/ur/incidents/?killed_min=many", 400).text
    assert "دن نہیں" in page(f"/ur{EVENT}?known_at=yesterday", 400).text
    assert "یہاں کچھ نہیں ہے" in page("/ur/nothing/", 404).text


def test_where_there_is_no_such_page_the_other_language_begins_at_its_first() -> None:
    (to_urdu,) = [each for each in links(page("/nothing/", 404)) if each.get("hreflang") == "ur"]

    assert to_urdu["href"] == "/ur/"


def test_what_was_retracted_says_so_in_urdu() -> None:
    retract("k7m2qa", "It never happened.")
    html = got(f"/ur{EVENT}", 410).content.decode()

    assert "یہ واقعہ واپس لے لیا گیا" in html
    assert '<bdi lang="en">It never happened.</bdi>' in html


@pytest.mark.parametrize("address", ["/ur/api/v1/", "/ur/incidents/k7m2qa.json", "/ur/incidents.csv"])
def test_files_and_the_api_have_one_address(address: str) -> None:
    got(address, 404)


@pytest.mark.parametrize("address", ["/incidents/k7m2qa/", "/incidents/k7m2qa/other/"])
def test_the_right_address_of_an_incident_is_in_the_language_asked_for(address: str) -> None:
    assert got(f"/ur{address}?rule=span", 301)["Location"] == f"/ur{EVENT}?rule=span"


def test_an_address_without_its_last_slash_leads_on() -> None:
    assert got("/ur/incidents", 301)["Location"] == "/ur/incidents/"


def test_what_was_merged_leads_on_in_the_language_asked_for() -> None:
    merged()

    assert got("/ur/incidents/first/", 301)["Location"] == "/ur/incidents/second/second/#merged-first"


def test_what_differs_between_editions_is_said_in_urdu_claim_by_claim() -> None:
    record = seed_record()
    publish(record.model_copy(update={"title": "Another title"}))
    html = got("/ur/incidents/k7m2qa/history/?old=1&new=2").content.decode()

    assert "ایڈیشن 1 سے ایڈیشن 2 تک کیا بدلا" in html
    assert "عنوان" in html


def test_the_citation_is_the_same_in_both_languages() -> None:
    plain, urdu = page(EVENT), page(f"/ur{EVENT}")

    assert urdu.at("citation").text == plain.at("citation").text
    assert urdu.at("citation").attributes["lang"] == "en"


def test_the_data_in_the_page_and_in_its_head_are_the_same_in_both_languages() -> None:
    def told(found: Page) -> list[Any]:
        scripts = [each.text for each in found.all() if each.attributes.get("type") == "application/ld+json"]
        metas = [
            each.attributes for each in found.all() if each.tag == "meta" and "content" in each.attributes
        ]
        return [*scripts, *(each for each in metas if each.get("name") != "description")]

    assert told(page(f"/ur{EVENT}")) == told(page(EVENT))


def test_headers_lead_to_the_same_files() -> None:
    assert got(f"/ur{EVENT}")["Link"] == got(EVENT)["Link"]


def test_what_was_counted_for_one_language_is_not_shown_in_the_other() -> None:
    got("/incidents/")
    html = got("/ur/incidents/").content.decode()

    assert "ماخذ نے منسوب کیا" in html
    assert "Attributed by the source" not in html
