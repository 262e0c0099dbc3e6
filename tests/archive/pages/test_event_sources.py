"""Which source has which fact, and how many voices the sources are, on the event page."""

from __future__ import annotations

from datetime import date

from archive.figures import for_readers, with_figures
from archive.pages.render import render_event
from archive.record import Record, Relation
from archive.vocabulary import Reliance
from tests.archive.pages.markup import Element, Page
from tests.builders import attack, count, exactly, happened_at, publication, record, responsible, source
from tests.sheets import second_record


def page(made: Record, known_at: date | None = None) -> Page:
    return Page(render_event(with_figures(made), known_at=known_at))


def section(found: Page) -> Element:
    (element,) = [each for each in found.all() if each.attributes.get("aria-labelledby") == "who-has-what"]
    return element


def rows(found: Page) -> dict[str, Element]:
    """The rows of the table, by what they are about."""
    trs = [each for each in section(found).all() if each.tag == "tr"]
    return {row.children[0].text: row for row in trs}


def test_the_voices_of_the_second_event_are_counted_and_explained() -> None:
    text = section(page(second_record())).text

    assert "13 sources, 12 independent as far as recorded." in text
    assert "UCDP Georeferenced Event Dataset [4] summarises" in text
    assert text.count("summarises") == 1


def test_a_fact_that_one_source_alone_has_says_so_in_words() -> None:
    found = rows(page(record(count(1, exactly(3), ("a", "b")), happened_at(2, "p", "b"))))

    assert found["Place"].children[1].text == "one source alone"
    assert found["Killed"].children[1].text == "2 sources, 2 independent"


def test_a_cell_leads_to_the_claims() -> None:
    row = rows(page(record(count(1, exactly(3), "a"), count(2, exactly(4), ("a", "b")))))["Killed"]
    cells = [[link.attributes["href"] for link in cell.all() if link.tag == "a"] for cell in row.children]

    assert cells == [[], [], ["#claim-1", "#claim-2"], ["#claim-2"]]


def test_headers_say_whether_they_head_a_row_or_a_column() -> None:
    found = page(record(count(1, exactly(3), ("a", "b"), attack=1), attacks=[attack(1, label="The bazaar")]))
    heads = [each for each in section(found).all() if each.tag == "th"]

    assert [head.attributes["scope"] for head in heads] == ["col", "col", "col", "col", "row"]
    assert heads[-1].text == "Killed, The bazaar"


def test_a_way_over_several_sources_is_told_step_by_step() -> None:
    made = record(
        count(1, exactly(3), ("a", "b", "c")),
        entities=[
            publication("pa", name="First Post"),
            publication("pb", name="Second Post"),
            source("a", publication="pa"),
            source("b", publication="pb", relies_on=(Relation(how=Reliance.QUOTES, source="a"),)),
            source("c", relies_on=(Relation(how=Reliance.SUMMARISES, source="b"),)),
        ],
    )

    told = "News article [3] summarises Second Post [2], which quotes First Post [1]: no voice of its own."
    assert told in section(page(made)).text


def test_what_is_reprinted_leads_to_its_publication() -> None:
    reprints = (Relation(how=Reliance.SYNDICATES, publication="agency"),)
    made = record(
        count(1, exactly(3), ("a", "b")),
        entities=[
            publication("agency", name="An agency"),
            source("a", relies_on=reprints),
            source("b", relies_on=reprints),
        ],
    )
    found = section(page(made))

    assert "2 sources, 1 independent as far as recorded" in found.text
    assert "/publications/agency/" in [each.attributes.get("href") for each in found.all()]


def test_an_origin_that_the_page_does_not_cite_is_named_without_a_number() -> None:
    made = record(
        count(1, exactly(3), ("a", "b")),
        count(2, exactly(3), "late"),
        entities=[
            source("a", "2024-02-07", relies_on=(Relation(how=Reliance.QUOTES, source="late"),)),
            source("b", "2024-02-07"),
            source("late", "2024-02-09"),
        ],
    )

    assert "quotes News article: no voice" in section(page(made, date(2024, 2, 8))).text


def test_on_an_earlier_day_only_what_was_known_is_in_the_table() -> None:
    found = page(second_record(), date(2018, 7, 13))

    assert "RT" not in section(found).text
    assert "Salem Witch Museum" not in section(found).text


def test_one_source_makes_no_table() -> None:
    assert not [each for each in section(page(record(count(1, exactly(3))))).all() if each.tag == "table"]


def test_what_a_withheld_claim_alone_cites_is_in_no_column() -> None:
    made = record(
        count(1, exactly(3), ("a", "b")),
        responsible(2, "mr-private", by="secret", withheld=True),
        entities=[
            publication("secret-press", name="Secret Press"),
            source("secret", publication="secret-press"),
        ],
    )

    html = render_event(for_readers(made))
    assert "Secret Press" not in html
    assert "mr-private" not in html
