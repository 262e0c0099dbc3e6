"""Before the details begin, the page says of what it tells."""

from __future__ import annotations

from archive.figures import with_figures
from archive.pages.render import render_event
from archive.record import Record
from archive.record.claims import Image, ImageClaim
from archive.vocabulary import Property
from tests.archive.pages.markup import Page
from tests.builders import cited, count, exactly, happened_at, record, statement


def notes(made: Record) -> list[str]:
    return [each.text for each in Page(render_event(with_figures(made))).root.with_role("note")]


def picture(number: int) -> ImageClaim:
    value = Image(caption="The office after the blast", credit="An agency", rights="not held")
    return ImageClaim(number=number, property=Property.IMAGE, value=value, citations=cited("s1"))


def test_a_page_that_counts_people_says_so_first() -> None:
    (note,) = notes(record(count(1, exactly(3)), count(2, exactly(4), measure=Property.INJURED)))

    assert "people who came to harm (killed, injured), in the words of its sources" in note
    assert "It shows no pictures." in note


def test_a_page_that_describes_pictures_says_how_many() -> None:
    (note,) = notes(record(picture(1), picture(2)))

    assert "It describes 2 pictures and shows none." in note


def test_the_note_comes_before_what_it_warns_of() -> None:
    made = record(count(1, exactly(3)), statement(2, "They were hurt badly."))
    text = Page(render_event(with_figures(made))).text

    assert text.index("Before you read on") < text.index("They were hurt badly.")


def test_a_page_of_which_nothing_tells_of_harm_has_no_note() -> None:
    assert notes(record(happened_at(1, "p"))) == []
