"""What the event page makes of a record."""

from __future__ import annotations

from archive.figures import with_figures
from archive.pages.event import EventPage, Reading, event_page
from archive.pages.render import render_event
from archive.record import Citation, Record
from archive.vocabulary import About, Attribution, LeftOutReason, Population, Property, Rank, Section, Stance
from tests.archive.pages.markup import Page
from tests.builders import (
    at_least,
    attack,
    count,
    exactly,
    happened_at,
    publication,
    record,
    responsible,
    source,
    statement,
    vague,
)


def shown(made: Record) -> EventPage:
    return event_page(Reading(with_figures(made)))


def test_each_disagreeing_value_is_a_fact_of_its_own() -> None:
    (row,) = shown(
        record(happened_at(1, "a", "s1"), happened_at(2, "b", "s2"), happened_at(3, "a", "s3"))
    ).facts.rows

    assert [[claim.number for claim in fact.claims] for fact in row.facts] == [[1, 3], [2]]


def test_responsibility_is_grouped_by_attribution() -> None:
    page = shown(record(responsible(1, "g", Attribution.DENIED), responsible(2, "g"), responsible(3, "h")))

    held = [(each.attribution, len(each.facts)) for each in page.facts.responsibility]
    assert held == [(Attribution.ATTRIBUTED, 2), (Attribution.DENIED, 1)]


def test_what_is_said_of_the_context_is_no_fact_of_the_incident() -> None:
    page = shown(record(responsible(1, "g", about=About.CONTEXT), count(2, exactly(9), about=About.CONTEXT)))

    assert (page.facts.responsibility, page.counts) == ((), ())
    assert [claim.number for claim in page.context.claims] == [1, 2]


def test_counts_stand_in_order_of_time_with_undated_ones_last() -> None:
    made = record(
        count(1, exactly(5), "undated"),
        count(2, exactly(6), "late"),
        count(3, exactly(7), "early"),
        entities=[source("late", "2024-02-09"), source("early", "2024-02-07"), source("undated")],
    )

    assert [row.shown.number for row in shown(made).counts[0].whole.rows] == [3, 2, 1]


def test_every_count_says_whether_it_is_used_or_why_not() -> None:
    made = record(
        count(1, exactly(5), superseded_by=2, superseded_reason="raised"),
        count(2, exactly(6)),
        count(3, vague()),
        count(4, exactly(7), rank=Rank.DEPRECATED, rank_reason="mistaken"),
    )

    reasons = {row.shown.number: row.left_out for row in shown(made).counts[0].whole.rows}
    assert reasons == {
        1: LeftOutReason.SUPERSEDED,
        2: None,
        3: LeftOutReason.VAGUE,
        4: LeftOutReason.DEPRECATED,
    }


def test_populations_are_counted_apart() -> None:
    civilians = exactly(2, population=Population.CIVILIANS)
    page = shown(record(count(1, exactly(5)), count(2, civilians)))

    assert [(each.population, each.anchor) for each in page.counts] == [
        (Population.ALL, "killed"),
        (Population.CIVILIANS, "killed-civilians"),
    ]
    assert len(page.headlines) == 1


def test_an_incident_counted_only_by_its_attacks_is_added_up() -> None:
    page = shown(record(count(1, exactly(5), attack=1), count(2, at_least(3), attack=2), attacks=2))

    figure = page.headlines[0].whole.figure
    assert (figure.low, figure.is_sum, figure.open_above) == (8, True, True)


def test_an_attack_of_which_nothing_is_said_has_no_block() -> None:
    made = record(count(1, exactly(5), attack=2), attacks=[attack(1), attack(2, label="The bazaar")])

    assert [block.attack.label for block in shown(made).attacks] == ["The bazaar"]


def test_statements_that_follow_one_another_flow_as_paragraphs() -> None:
    told = [statement(n, "Something is told at some length. " * 6) for n in range(1, 6)]

    prose = shown(record(*told)).sections[Section.EVENTS]
    assert [[each.number for each in paragraph] for paragraph in prose.paragraphs] == [[1, 2, 3], [4, 5]]


def test_the_bars_of_a_measure_share_one_scale() -> None:
    page = shown(record(count(1, exactly(50), attack=1), count(2, exactly(100), attack=2), attacks=2))

    small, large = (table.rows[0].bar for table in page.counts[0].tables if table.rows)
    assert small
    assert large
    assert large.start > small.start


def test_a_page_without_an_edition_says_that_it_is_a_preview() -> None:
    (banner,) = Page(render_event(with_figures(record(count(1, exactly(1)))))).root.with_role("status")

    assert "not published" in banner.text


def test_a_superseded_statement_is_marked_and_leads_to_the_newer_one() -> None:
    old = statement(1, "Two were hurt.", superseded_by=2, superseded_reason="corrected")
    page = Page(render_event(with_figures(record(old, statement(2, "Three were hurt.")))))

    assert "superseded by claim 2: corrected" in page.at("claim-1").text


def test_a_measure_that_only_a_party_counts_shows_no_number_at_the_head() -> None:
    made = record(
        count(1, exactly(45), measure=Property.KILLED_OR_INJURED, claimant={"kind": "party"}),
    )

    page = shown(made)
    assert page.headlines == ()
    assert [row.left_out for row in page.counts[0].whole.rows] == [LeftOutReason.PARTY]


def test_a_reference_says_whom_the_source_credits_and_what_it_disputes() -> None:
    credited = Citation(source="s1", locator="text", reported_via=("agency",))
    disputed = Citation(source="s2", quote="It was not so.", stance=Stance.DISPUTES)
    made = record(
        statement(1, "A bomb went off.", citations=(credited, disputed)),
        entities=[publication("agency", name="An agency")],
    )
    page = Page(render_event(with_figures(made)))

    assert "For claim 1 it credits An agency." in page.at("ref-1").text
    assert "For claim 1 it disputes what is claimed: It was not so." in page.at("ref-2").text


def test_a_figure_that_was_added_up_stands_among_the_facts() -> None:
    page = shown(record(count(1, exactly(3), attack=1), count(2, exactly(4), attack=2), attacks=2))

    assert [(each.measure, each.whole.figure.high) for each in page.counted] == [(Property.KILLED, 7)]


def test_an_incident_of_which_no_fact_is_stated_has_no_fact_box() -> None:
    html = render_event(with_figures(record(statement(1, "Something happened."))))

    assert "At a glance" not in Page(html).text


def test_words_as_stated_are_in_the_language_of_their_source() -> None:
    made = record(
        count(
            1, exactly(3), "urdu", stated="تین افراد ہلاک", citations=(Citation(source="urdu", quote="ہلاک"),)
        ),
        count(2, exactly(4), ("urdu", "english"), stated="4"),
        entities=[source("urdu", language="ur"), source("english", language="en")],
    )
    page = Page(render_event(with_figures(made)))

    languages = {
        each.text: each.attributes.get("lang") for each in page.at("claim-1").all() if each.tag == "bdi"
    }
    assert languages["تین افراد ہلاک"] == "ur"
    assert not [each for each in page.at("claim-2").all() if "lang" in each.attributes]
    assert [each.attributes["lang"] for each in page.all() if each.tag == "q"] == ["ur"]
