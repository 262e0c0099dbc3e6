"""What single pages say and do in Urdu."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.models import CorrectionRequest
from archive.record import Alias
from tests.archive.merges import merged
from tests.archive.pages.markup import Page
from tests.archive.pages.urdu import ASK, EVENT, english_of, got, links, page
from tests.archive.published import publish, retract
from tests.builders import count, exactly, record
from tests.sheets import seed_record

pytestmark = pytest.mark.usefixtures("published")


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


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/incidents/", "بلوچستان"),
        ("/incidents/?place=pakistan", "بلوچستان"),
        ("/incidents/?place=balochistan", "ضلع پشین"),
        ("/incidents/by/place/", "ضلع پشین"),
        ("/places/", "خانوزئی"),
        ("/places/?order=incidents", "ضلع پشین"),
        ("/places/?name=pishin", "ضلع پشین"),
        ("/places/pakistan/", "ضلع پشین"),
        ("/places/khanozai/", "ضلع پشین"),
        ("/incidents/?q=pishin", "ضلع پشین"),
        ("/", "پاکستان"),
    ],
)
def test_wherever_a_place_is_named_it_goes_by_its_urdu_name(address: str, name: str) -> None:
    assert f"<bdi>{name}</bdi>" in got(f"/ur{address}").content.decode()


def test_an_english_page_names_a_place_as_the_record_does_first() -> None:
    html = got("/incidents/?place=balochistan").content.decode()

    assert "<bdi>Pishin District</bdi>" in html
    assert "ضلع پشین" not in html


def test_an_actor_with_an_urdu_name_goes_by_it_in_lists() -> None:
    record = seed_record()
    called = Alias(text="دولت اسلامیہ", language="ur")
    actors = [
        actor.model_copy(update={"aliases": (called,)}) if actor.key == "islamic-state" else actor
        for actor in record.actors
    ]
    publish(record.model_copy(update={"actors": tuple(actors)}))

    assert "<bdi>دولت اسلامیہ</bdi>: " in got("/ur/incidents/").content.decode()


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


def test_a_request_for_a_correction_is_taken_in_urdu_and_names_the_plain_page() -> None:
    asked = {"kind": "correction", "page": f"/ur{EVENT}#claim-3", "text": "ایک دن پہلے ہوا تھا۔"}
    answer: Any = Client().post(f"/ur{ASK}", asked)

    assert (answer.status_code, answer["Location"]) == (302, "/ur/about/corrections/sent/")
    assert CorrectionRequest.objects.get().page == f"{EVENT}#claim-3"


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": "https://elsewhere.example/"},
        {"text": ""},
        {"text": "x" * 5001},
        {"text": "a\0b"},
        {"email": "nobody"},
        {"kind": "praise"},
    ],
    ids=str,
)
def test_what_is_wrong_with_a_request_is_said_in_urdu(wrong: dict[str, str]) -> None:
    answer: Any = Client().post(f"/ur{ASK}", {"kind": "correction", "page": EVENT, "text": "x"} | wrong)

    assert answer.status_code == 400
    assert english_of(answer.content.decode().replace("x" * 5001, "")) == []


def test_a_form_without_its_mark_is_refused_in_urdu() -> None:
    answer: Any = Client(enforce_csrf_checks=True).post(f"/ur{ASK}", {})

    assert answer.status_code == 403
    assert "یہ فارم قبول نہیں ہوا" in answer.content.decode()


def test_circles_of_the_map_are_named_and_opened_in_the_language_of_the_page() -> None:
    (live,) = [each for each in page("/ur/incidents/map/").all() if "data-map" in each.attributes]
    found = got(f"{live.attributes['data-circles']}?zoom=12").json()
    circle = found["features"][0]["properties"]

    assert circle["text"].endswith("\u2069 میں 1 واقعہ: کسی جگہ پر یا اس کے قریب")
    assert 'href="/ur/incidents/' in got(live.attributes["data-here"] + circle["query"]).content.decode()


def test_words_of_the_codebook_are_shown_as_urdu_pages_show_them_beside_their_english_meanings() -> None:
    got("/about/codebook/")
    html = got("/ur/about/codebook/").content.decode()

    assert '<td>زخمی</td><td lang="en" dir="ltr">' in html
    assert "<td>injured</td>" in got("/about/codebook/").content.decode()


def test_what_is_wrong_with_a_box_is_said_in_urdu() -> None:
    assert "درجوں کے چار عدد" in page("/ur/incidents/map/?bbox=1", 400).text


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


def test_what_changed_is_named_in_urdu() -> None:
    publish(record(count(1, exactly(3))), record(count(1, exactly(4)), count(2, exactly(5))))
    compared = page("/ur/incidents/event-1/history/?old=1&new=2")
    named = [each.text for each in compared.all() if each.tag == "dt"]

    assert "عدد" in named
    assert not any(name.isascii() for name in named)
