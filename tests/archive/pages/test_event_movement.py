"""How the counts moved, day by day: the chart, and the table that says the same."""

from __future__ import annotations

from datetime import date, timedelta

from archive.figures import for_readers, with_figures
from archive.pages.event import EventPage, Reading, event_page
from archive.pages.render import render_event
from archive.record import Record
from archive.vocabulary import Rule
from tests.archive.pages.markup import Element, Page
from tests.builders import at_least, count, exactly, record, source
from tests.sheets import second_record


def shown(made: Record, **question: object) -> EventPage:
    return event_page(Reading(with_figures(made), **question))  # type: ignore[arg-type]


def rising(*numbers: int) -> Record:
    """A count that a source of its own raises every day."""
    days = [date(2024, 2, 7) + timedelta(place) for place in range(len(numbers))]
    return record(
        *(count(place, exactly(number), f"s{place}") for place, number in enumerate(numbers, start=1)),
        entities=[source(f"s{place}", day.isoformat()) for place, day in enumerate(days, start=1)],
    )


def days_of(page: EventPage) -> list[list[str]]:
    return [[step.edtf for step in movement.steps] for movement in page.movements]


def test_the_figure_of_every_day_rests_on_what_was_claimed_by_then() -> None:
    (movement,) = shown(rising(3, 5, 4)).movements

    assert [(step.figure.low, step.figure.high) for step in movement.steps] == [(3, 3), (3, 5), (3, 5)]
    assert movement.summary == "3 from 7 February 2024; 3–5 from 8 February 2024"


def test_the_second_event_moved_from_128_to_149() -> None:
    killed, injured = shown(second_record()).movements

    assert killed.summary == "128 from 13 July 2018; 149 from 16 July 2018"
    assert injured.steps[-1].day is None


def test_on_an_earlier_day_the_chart_ends_there() -> None:
    page = shown(rising(3, 5, 4), known_at=date(2024, 2, 8))

    assert days_of(page) == [["2024-02-07", "2024-02-08"]]


def test_the_chart_follows_the_rule() -> None:
    (movement,) = shown(rising(3, 5, 4), rule=Rule.LOWEST).movements

    assert movement.summary == "3 from 7 February 2024"


def test_undated_claims_come_last_and_count_only_in_the_figure_of_today() -> None:
    made = record(
        count(1, exactly(9), "undated"),
        count(2, exactly(6), "dated"),
        entities=[source("dated", "2024-02-07"), source("undated")],
    )

    (movement,) = shown(made).movements
    assert [(step.day, step.figure.high) for step in movement.steps] == [(date(2024, 2, 7), 6), (None, 9)]


def test_a_count_of_one_day_did_not_move() -> None:
    one_day = record(count(1, exactly(3)), count(2, exactly(4)), entities=[source("s1", "2024-02-07")])

    assert shown(one_day).movements == ()


def test_where_nobody_counts_the_whole_the_attacks_have_charts() -> None:
    made = record(
        count(1, exactly(3), "s1", attack=1),
        count(2, at_least(5), "s2", attack=1),
        attacks=1,
        entities=[source("s1", "2024-02-07"), source("s2", "2024-02-08")],
    )

    (movement,) = shown(made).movements
    assert movement.anchor == "killed-1-moved"


def test_of_very_many_days_the_chart_shows_the_last() -> None:
    (movement,) = shown(rising(*range(1, 71))).movements

    assert (movement.earlier, len(movement.steps)) == (10, 60)


def test_a_withheld_claim_leaves_no_mark() -> None:
    withheld = count(3, exactly(7), "s3", withheld=True)
    made = rising(3, 5).model_copy(update={"claims": (*rising(3, 5).claims, withheld)})

    (movement,) = event_page(Reading(for_readers(made))).movements
    assert [mark.claim for mark in movement.chart.marks] == [1, 2]


def chart_of(page: Page) -> Element:
    return next(each for each in page.all() if each.attributes.get("class") == "chart")


def test_the_chart_is_one_picture_with_a_name_and_a_description() -> None:
    page = Page(render_event(with_figures(rising(3, 5))))
    chart = chart_of(page)
    named = chart.attributes["aria-labelledby"].split()

    assert chart.attributes["role"] == "img"
    assert "3 from 7 February 2024" in page.at(named[0]).text
    assert "The table below" in page.at(named[1]).text


def test_the_table_leads_to_each_day_and_to_its_claims() -> None:
    page = Page(render_event(with_figures(rising(3, 5)), rule=Rule.SPAN))
    (table,) = [each for each in page.all() if each.tag == "details" and "Day by day" in each.text]
    links = [each.attributes["href"] for each in table.all() if each.tag == "a"]

    assert links == [
        "?known_at=2024-02-07&rule=span",
        "#claim-1",
        "?known_at=2024-02-08&rule=span",
        "#claim-2",
    ]
