"""The search box: what it finds, in which order, how it shows it, and what it says when it finds nothing."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Spelling
from archive.pages.paging import SIZE
from archive.record.entities import Alias
from tests.archive.pages.markup import Page
from tests.archive.pages.test_incident_list import link, titles
from tests.archive.published import publish, retract
from tests.builders import count, exactly, happened_at, place, record, statement

BALOCHISTAN, MASTUNG = "February 2024 Balochistan bombings", "2018 Mastung bombing"


def page(client: Client, status: int = 200, **asked: str) -> Page:
    answer = client.get("/incidents/", asked)
    assert answer.status_code == status
    return Page(answer.content.decode())


def meant(found: Page) -> list[str]:
    return [
        link.text
        for each in found.all()
        if each.attributes.get("class") == "meant"
        for link in each.all()
        if link.tag == "a"
    ]


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Qila Saifullah", [BALOCHISTAN]),
        ("killa saifullah", [BALOCHISTAN]),
        ("“qilla saifullah”", [BALOCHISTAN]),
        ("bombed", [BALOCHISTAN, MASTUNG]),
        ("bombing -mastung", [BALOCHISTAN]),
        ("bombing -“killa saifullah”", [MASTUNG]),
        ("António GUTERRES", [BALOCHISTAN]),
        ("دولت اسلامیہ", [BALOCHISTAN, MASTUNG]),
        ("guterres’", [BALOCHISTAN]),
        ("mastung", [MASTUNG]),
        ("bombing of the baluchistan", [BALOCHISTAN, MASTUNG]),
        ("zzz", []),
    ],
)
def test_words_phrases_exclusions_and_every_spelling(client: Client, typed: str, expected: list[str]) -> None:
    assert titles(page(client, q=typed)) == expected


@pytest.mark.django_db
def test_a_place_is_found_by_its_name_in_urdu_whichever_keyboard_wrote_it(client: Client) -> None:
    names = [Alias(text="قلعہ سیف اللہ", language="ur")]
    publish(record(happened_at(1, "killa"), entities=[place("killa", names=names)]))

    assert titles(page(client, q="قلعه سيف الله")) == ["An event"]


@pytest.mark.django_db
def test_the_title_comes_first_then_names_then_words_then_prose_then_what_is_newer(client: Client) -> None:
    publish(
        record(statement(1, "Far from Quetta."), id="prose", title="In prose", date="2024-05-01"),
        record(count(1, exactly(3), stated="three in Quetta"), id="said", title="Said", date="2024-04-01"),
        record(id="names", title="In names", place="quetta", date="2024-03-01", entities=[]),
        record(id="old", title="Quetta, old", date="2024-01-01"),
        record(id="new", title="Quetta, new", date="2024-02-01"),
    )

    assert titles(page(client, q="quetta")) == ["Quetta, new", "Quetta, old", "In names", "Said", "In prose"]


@pytest.mark.usefixtures("published")
def test_the_words_found_are_marked_in_the_title_and_in_a_passage(client: Client) -> None:
    marks = [each.text for each in page(client, q="balochistan bazaar").all() if each.tag == "mark"]

    assert {"Balochistan", "bazaar"} <= set(marks)


@pytest.mark.django_db
def test_what_a_source_wrote_is_never_markup(client: Client) -> None:
    publish(record(statement(1, "<script>alert(1)</script> bomb <b>")))

    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>bomb</mark>" in page(client, q="bomb").html


@pytest.mark.usefixtures("published")
def test_a_search_narrows_what_the_filters_leave(client: Client) -> None:
    assert titles(page(client, q="bombing", killed_min="100", certain="1")) == [MASTUNG]


@pytest.mark.usefixtures("published")
def test_what_was_typed_stays_in_the_box_and_goes_along_to_the_data(client: Client) -> None:
    found = page(client, q="“killa” <x>")
    (box,) = [each for each in found.all() if each.attributes.get("name") == "q"]

    assert box.attributes["value"] == "“killa” <x>"
    data = "/api/v1/incidents/?q=%E2%80%9Ckilla%E2%80%9D+%3Cx%3E"
    assert data in [each.attributes.get("href") for each in found.all()]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"q": "“open"}, "Close the phrase"),
        ({"q": "-quetta"}, "cannot leave out words only"),
        ({"q": "  "}, "no letter and no digit"),
        ({"q": "a\0b"}, "NUL character"),
        ({"q": "x", "after": "2024-01-01/x"}, "Take this from the links"),
        ({"q": "x", "before": "9/x"}, "Take this from the links"),
    ],
)
def test_a_search_that_is_not_understood_says_what_to_write(
    client: Client, asked: dict[str, str], told: str
) -> None:
    found = page(client, 400, **asked)

    assert told in found.text
    assert titles(found) == []


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Qila Saifulah", ["Qila Saifullah"]),
        ("bombing mastoong -quetta", ["bombing Mastung -quetta"]),
        ("xyzzyq", []),
        ("killa zzzzz", []),
    ],
)
def test_a_mistyped_name_is_recognised(client: Client, typed: str, offered: list[str]) -> None:
    assert meant(page(client, q=typed)) == offered


@pytest.mark.usefixtures("published")
def test_what_may_have_been_meant_keeps_the_filters_and_finds_something(client: Client) -> None:
    found = page(client, q="mastoong", killed_min="100")
    (address,) = [
        each.attributes["href"] for each in found.all() if each.tag == "a" and each.text == "Mastung"
    ]

    assert titles(Page(client.get(f"/incidents/{address}").content.decode())) == [MASTUNG]
    assert meant(page(client, q="mastoong", killed_max="1")) == []


@pytest.mark.usefixtures("published")
def test_a_retracted_incident_is_neither_found_nor_are_its_names_offered(client: Client) -> None:
    retract("k7m2qa")

    found = page(client, q="achakzay")

    assert (titles(found), meant(found)) == ([], [])
    assert not Spelling.objects.filter(word="Achakzai").exists()


@pytest.mark.django_db
def test_leafing_there_and_back_shows_every_hit_once_across_the_columns(client: Client) -> None:
    numbers = range(1, SIZE * 2)
    publish(
        *(
            record(
                statement(1, "Somewhere near Quetta."),
                id=f"e{n}",
                title=f"Quetta {n}" if n % 2 else f"Event {n}",
                date=f"2024-01-{n % 28 + 1:02}",
            )
            for n in numbers
        )
    )

    first = page(client, q="quetta")
    second = Page(client.get(f"/incidents/{link(first, 'next')}").content.decode())
    back = Page(client.get(f"/incidents/{link(second, 'prev')}").content.decode())

    leafed = titles(first) + titles(second)
    assert sorted(leafed) == sorted(f"Quetta {n}" if n % 2 else f"Event {n}" for n in numbers)
    assert [title.startswith("Quetta") for title in leafed] == sorted(
        (title.startswith("Quetta") for title in leafed), reverse=True
    )
    assert titles(back) == titles(first)
    assert (link(first, "prev"), link(back, "prev"), link(second, "next")) == (None, None, None)


@pytest.mark.usefixtures("published")
def test_a_search_for_many_strange_words_takes_a_bounded_number_of_queries(client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        client.get("/incidents/?q=" + "+".join(f"zz{n}" for n in range(20)))
    assert len(queries) <= 25


@pytest.mark.usefixtures("published")
def test_the_first_page_has_the_box(client: Client) -> None:
    found = Page(client.get("/").content.decode())

    assert [each.attributes["type"] for each in found.all() if each.attributes.get("name") == "q"] == [
        "search"
    ]


@pytest.mark.django_db
def test_what_fits_no_incident_says_what_to_do(client: Client) -> None:
    publish(record(count(1, exactly(3))))
    pages = [client.get(f"/incidents/{part}?q=elsewhere").content.decode() for part in ("", "map/")]

    assert ["No incident fits all of this. Look for fewer words" in page for page in pages] == [True, True]
