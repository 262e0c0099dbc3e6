"""The same claims under every rule, with what each used, what it left out, and why."""

from __future__ import annotations

from datetime import date

import pytest

from archive.figures import with_figures
from archive.pages.event import EventPage, Reading, event_page
from archive.pages.render import render_event
from archive.record import Record
from archive.vocabulary import Rule
from tests.archive.pages.markup import Element, Page
from tests.builders import count, exactly, record, source
from tests.sheets import second_record, seed_record


def shown(made: Record, **question: object) -> EventPage:
    return event_page(Reading(with_figures(made), **question))  # type: ignore[arg-type]


def row(page: Page, rule: Rule) -> Element:
    (section,) = [each for each in page.all() if each.attributes.get("aria-labelledby") == "other-rules"]
    rows = [each for each in section.all() if each.tag == "li"]
    return next(each for each in rows if rule.label in each.text.lower() or rule.label in each.text)


def test_every_rule_is_there_once_and_the_one_in_use_is_marked() -> None:
    rules = shown(seed_record(), rule=Rule.GTD).rules

    assert [each.rule for each in rules] == list(Rule)
    assert [each.rule for each in rules if each.is_shown] == [Rule.GTD]


def test_a_rule_is_told_in_one_sentence_beside_its_figures() -> None:
    text = row(Page(render_event(with_figures(second_record()))), Rule.LOWEST).text

    assert "The smallest number of everything stated; never open above." in text
    assert "killed85" in text.replace(" ", "")


def test_what_a_rule_used_and_left_out_leads_to_the_claims() -> None:
    element = row(Page(render_event(with_figures(second_record()))), Rule.LOWEST)
    links = {each.attributes["href"] for each in element.all() if each.tag == "a"}

    assert {"#claim-12", "#claim-13", "#claim-14"} <= links
    assert "Left out: claims 14, 15, 16, 17, 18, 19, 20, 21 and 22, not the lowest number." in element.text


def test_on_an_earlier_day_a_rule_speaks_of_no_later_claim() -> None:
    made = record(
        count(1, exactly(3), "s1", superseded_by=2, superseded_reason="raised"),
        count(2, exactly(5), "s2"),
        entities=[source("s1", "2024-02-07"), source("s2", "2024-02-09")],
    )

    reasons = [
        choice.reasons for each in shown(made, known_at=date(2024, 2, 8)).rules for choice in each.choices
    ]
    assert not [reason for each in reasons for reason in each if "2" in reason]


def test_a_rule_leads_to_the_page_under_it_and_keeps_the_day() -> None:
    page = Page(render_event(with_figures(second_record()), known_at=date(2018, 7, 13)))
    links = [each.attributes.get("href") for each in row(page, Rule.SPAN).all()]

    assert "?rule=span&known_at=2018-07-13" in links


@pytest.mark.parametrize("rule", Rule)
def test_no_rule_is_offered_where_nobody_counts(rule: Rule) -> None:
    assert shown(record(), rule=rule).rules == ()
