"""The record's values in plain words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from archive.figures import figure, figures
from archive.record import Claimant, Figure, Quantity, Record, Time
from archive.vocabulary import About, ClaimantKind, Population, Property, Rank, Rule
from archive.wording import (
    date_text,
    figure_reason,
    figure_text,
    listed,
    numbered,
    quantity_text,
    rule_sentence,
    short_date,
    source_labels,
    time_text,
)
from tests.archive.events import balochistan
from tests.builders import (
    at_least,
    at_most,
    attack,
    between,
    between_or_more,
    count,
    estimate,
    exactly,
    fewer_than,
    more_than,
    publication,
    record,
    roughly,
    source,
    statement,
    vague,
)
from tests.strategies import moments, records


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-02-07", "7 February 2024"),
        ("2024-02", "February 2024"),
        ("2024", "2024"),
        ("2024-02-07~", "about 7 February 2024"),
        ("2024?", "possibly 2024"),
        ("2024-02%", "possibly about February 2024"),
        ("2024-21", "spring 2024"),
        ("[2024-02-07,2024-02-08]", "7 or 8 February 2024"),
        ("[2024-02-07, 2024-02-08]", "7 or 8 February 2024"),
        ("[2024-01-31,2024-02-01]", "31 January or 1 February 2024"),
        ("[2023-12-31,2024-01-01]", "31 December 2023 or 1 January 2024"),
        ("[2024-02-07,2024-02-08,2024-02-10]", "7, 8 or 10 February 2024"),
        ("[2024-01,2024-02]", "January or February 2024"),
        ("{2024-02-07,2024-02-08}", "7 and 8 February 2024"),
        ("[2024-02-07..2024-02-09]", "some time from 7 to 9 February 2024"),
        ("{2024-02-07..2024-02-09}", "7 to 9 February 2024"),
        ("[2024-02-07..2024-02-09,2024-03]", "[2024-02-07..2024-02-09,2024-03]"),
        ("[..2024-02-09]", "[..2024-02-09]"),
        ("2024-02-07/2024-02-09", "7 to 9 February 2024"),
        ("2024-02-07/2024-02-07", "7 February 2024"),
        ("2026/..", "2026 or later"),
        ("../2024-02-08", "8 February 2024 or earlier"),
        ("2026/", "from 2026, end not known"),
        ("/2024-02", "until February 2024, start not known"),
        ("2024-02-XX", "February 2024, day not known"),
        ("2024-XX", "2024, day and month not known"),
        ("2024-XX-XX", "2024, day and month not known"),
        ("202X", "the 2020s"),
        ("20XX", "between 2000 and 2099"),
        ("Y17000", "Y17000"),
        ("2024-25", "2024-25"),
    ],
)
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert date_text(edtf) == words


@given(moments())
def test_any_date_has_words(edtf: str) -> None:
    assert date_text(edtf)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (Time(clock="14:30"), "14:30"),
        (Time(clock="14:30", approximate=True), "about 14:30"),
        (Time(minutes=90, after_attack=1), "1 hour 30 minutes after Pishin"),
        (Time(minutes=120, after_attack=1, approximate=True), "about 2 hours after Pishin"),
        (Time(minutes=-1, after_attack=1), "1 minute before Pishin"),
        (Time(minutes=0, after_attack=2), "at the same time as attack 2"),
    ],
)
def test_a_time_in_words(time: Time, words: str) -> None:
    assert time_text(time, [attack(1, label="Pishin")]) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (exactly(12), "12"),
        (exactly(1200), "1,200"),
        (at_least(14), "at least 14"),
        (at_most(10), "at most 10"),
        (more_than(24), "more than 24"),
        (fewer_than(10), "fewer than 10"),
        (roughly(45), "about 45"),
        (between(28, 30), "28–30"),
        (between_or_more(28, 30), "28–30 or more"),
        (between_or_more(40, 40), "40 or more"),
        (estimate(low=100, best=149, high=200), "estimate: best 149, low 100, high 200"),
        (estimate(high=200), "estimate: high 200"),
        (vague(), "no number stated"),
        (exactly(3, population=Population.CIVILIANS), "3 (civilians)"),
        (exactly(3, population=Population.ALL), "3"),
    ],
)
def test_a_quantity_in_words(quantity: Quantity, words: str) -> None:
    assert quantity_text(quantity) == words


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([exactly(12)], "12"),
        ([at_least(16)], "16+"),
        ([between_or_more(28, 30)], "28–30+"),
        ([at_most(10)], "up to 10"),
        ([at_most(12), exactly(10)], "10–12 or fewer"),
        ([exactly(0)], "0"),
        ([exactly(1200)], "1,200"),
        ([vague()], "no number stated"),
    ],
)
def test_a_figure_in_words(claims: list[Quantity], words: str) -> None:
    event = record(*(count(number, value) for number, value in enumerate(claims, start=1)))

    assert figure_text(figure(event, Property.KILLED)) == words


def test_a_number_that_is_stated_but_left_out_is_not_called_unstated() -> None:
    event = record(count(1, exactly(45), claimant=Claimant(kind=ClaimantKind.PARTY)))

    assert figure_text(killed(event)) == "no count in use"


def test_without_an_official_number_there_is_no_official_count() -> None:
    event = record(count(1, exactly(12)))

    assert figure_text(killed(event, Rule.OFFICIAL)) == "no official count"


def killed(event: Record, rule: Rule = Rule.ARCHIVE) -> Figure:
    return figure(event, Property.KILLED, rule=rule)


def test_a_figure_is_explained_by_the_claims_in_use_and_those_left_out() -> None:
    event = balochistan()

    assert figure_reason(killed(event), event) == (
        "The smallest and the largest number of 3 claims in use: claims 2, 3 and 4.",
        "“+”: a claim in use leaves room for more.",
        "Left out: claim 1, superseded by claim 2: early count, raised in later reports.",
    )


def test_the_sentence_fits_a_single_claim() -> None:
    event = record(count(7, exactly(12)))

    assert figure_reason(killed(event), event) == ("One claim is in use: claim 7.",)


def test_a_figure_without_a_number_says_so_and_why() -> None:
    event = record(count(1, vague()), count(2, exactly(9), rank=Rank.DEPRECATED, rank_reason="misread"))

    assert figure_reason(killed(event), event) == (
        "No claim that can be used states a number.",
        "Left out: claim 1, states no number.",
        "Left out: claim 2, deprecated by the editors: misread.",
    )


def test_claims_left_out_for_one_reason_share_a_sentence() -> None:
    newer: dict[str, Any] = {"superseded_by": 4, "superseded_reason": "early count"}
    event = record(
        count(1, exactly(85), **newer),
        count(2, exactly(85), **newer),
        count(3, vague()),
        count(4, exactly(128)),
    )

    assert figure_reason(killed(event), event)[1:] == (
        "Left out: claims 1 and 2, superseded by claim 4: early count.",
        "Left out: claim 3, states no number.",
    )


def test_a_partial_sum_says_that_it_is_not_complete() -> None:
    event = record(count(1, exactly(9), attack=1), attacks=2)

    assert figure_reason(killed(event), event) == (
        "Added up from the attacks.",
        "One claim is in use: claim 1.",
        "At least one attack has no number, so the sum is not complete.",
    )


def test_a_best_number_within_a_span_is_explained() -> None:
    event = record(count(1, exactly(12)), count(2, between(10, 14)))

    assert "The claims that commit to one number agree on 12." in figure_reason(killed(event), event)


def test_a_figure_open_below_is_explained() -> None:
    event = record(count(1, at_most(12)))

    assert "“Up to”: a claim in use leaves room for fewer." in figure_reason(killed(event), event)


def test_a_rule_that_chooses_one_number_says_how() -> None:
    event = record(count(1, exactly(12)), count(2, at_least(12)), count(3, exactly(14)))

    assert figure_reason(killed(event, Rule.LOWEST), event) == (
        "The lowest number stated: claims 1 and 2.",
        "Left out: claim 3, not the lowest number.",
    )


@given(records())
def test_any_figure_has_words_and_reasons(record: Record) -> None:
    for rule in Rule:
        for found in figures(record, rule=rule):
            assert figure_text(found)
            assert all(sentence.endswith(".") for sentence in figure_reason(found, record))


def test_an_attacks_figure_is_explained_alike() -> None:
    event = balochistan()
    found = figure(event, Property.KILLED, about=About.ATTACK, attack=2)

    assert figure_reason(found, event)[0] == "One claim is in use: claim 9."


def test_lists_in_words() -> None:
    assert (listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or")) == (
        "",
        "a",
        "a and b",
        "a, b or c",
    )
    assert (numbered([3]), numbered([3, 5])) == ("claim 3", "claims 3 and 5")


def test_a_source_goes_by_its_publication_where_that_names_it_alone() -> None:
    event = record(
        statement(1, "A bomb.", ("a", "b", "c", "d")),
        entities=[
            source("a", publication="dawn"),
            source("b", publication="the-news"),
            source("c", publication="the-news"),
            source("d", title="", description="News analysis of 7 February 2024"),
            publication("dawn", name="Dawn"),
        ],
    )

    assert source_labels(event) == {
        "a": "Dawn",
        "b": "“Title b”",
        "c": "“Title c”",
        "d": "News analysis of 7 February 2024",
    }


@pytest.mark.parametrize(
    ("edtf", "lines"),
    [
        ("2018-07-13", ("13 Jul", "2018")),
        ("2026/..", ("2026 or", "later")),
        ("[2024-02-07,2024-02-08]", ("7 or 8", "Feb 2024")),
        ("2018", ("2018",)),
    ],
)
def test_a_date_beneath_a_chart_is_set_in_narrow_lines(edtf: str, lines: tuple[str, ...]) -> None:
    assert short_date(edtf) == lines


@given(moments())
def test_no_line_beneath_a_chart_is_too_long(edtf: str) -> None:
    assert all(0 < len(line) <= 8 for line in short_date(edtf))


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_is_told_in_one_sentence(rule: Rule) -> None:
    assert rule_sentence(rule).endswith(".")
    assert rule_sentence(rule).count(". ") == 0
