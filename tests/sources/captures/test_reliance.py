"""Whom a report rests on, by its own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vocabulary import Reliance
from sources.captures.agencies import AGENCIES
from sources.captures.reliance import AROUND, MOST, leads

FILLING = "He walked to the market in the morning. "


@pytest.mark.parametrize(
    ("text", "how", "name"),
    [
        ("QUETTA (AFP) – Four people died on Friday.", "syndicates", "AFP"),
        ("PESHAWAR, Pakistan, Feb 7 (Reuters) - Four people died.", "syndicates", "Reuters"),
        ("KABUL, Jan 3 (Xinhua) Two bombs went off.", "syndicates", "Xinhua"),
        ("The road was closed until the evening. — AFP", "syndicates", "AFP"),
        ("“We heard it,” he said.\n—Reuters\n", "syndicates", "Reuters"),
        ("The dead were taken away.\n\nWith input from AFP", "credits", "AFP"),
        ("With additional reporting by Reuters.", "credits", "Reuters"),
        ("Additional reporting by dpa", "credits", "dpa"),
        ("The Associated Press contributed to this report.", "credits", "Associated Press"),
        ("Source: Anadolu Agency", "credits", "Anadolu Agency"),
        ("A doctor told Reuters by telephone that four had died.", "quotes", "Reuters"),
        ("“It was loud,” a trader told the news agency AP.", "quotes", "AP"),
        ("Speaking to BBC Urdu, he denied it.", "quotes", "BBC"),
        ("Nobody heard it; others, citing Fars, did.", "quotes", "Fars"),
        ("According to AFP, at least four people died.", "summarises", "AFP"),
        ("according to a report by Reuters, nobody died", "summarises", "Reuters"),
        ("As reported by the Press Trust of India, four died.", "summarises", "Press Trust of India"),
        ("The newspaper Dawn reported on Friday that four died.", "summarises", "Dawn"),
        ("Local news agency Khama Press reported two blasts.", "summarises", "Khama Press"),
        ("Mashriq newspaper said four had died.", "summarises", "Mashriq"),
        ("Interfax reported four dead.", "summarises", "Interfax"),
        ("According to the daily Hasht-e Subh, four died.", "summarises", "Hasht-e Subh"),
        ("He told Reuters. The road was closed.", "quotes", "Reuters"),
        ("The Associated Press (AP) reported four dead.", "summarises", "Associated Press"),
        ("The group said so in a statement carried by its Amaq news agency.", "quotes", "Amaq"),
        ("The SITE Intelligence Group said the claim was real.", "summarises", "SITE Intelligence Group"),
        ("With AFP inputs", "credits", "AFP"),
        ("It was closed, reported the BBC.", "summarises", "BBC"),
        ("Pakistan’s Dawn newspaper reported four dead.", "summarises", "Dawn"),
    ],
)
def test_whom_a_report_rests_on_is_read(text: str, how: str, name: str) -> None:
    (lead,) = [one for one in leads(f"{FILLING}\n{text}") if one.certain]

    assert (lead.how, lead.name) == (how, name)


@pytest.mark.parametrize(
    "text",
    [
        "Police told reporters that four people had died.",
        "According to police, four people died.",
        "He was told that Reuters had left.",
        "Four people died (see below) – more later.",
        "The report of the ministry was long.",
        "AFP has an office in the town.",
    ],
)
def test_what_names_nobody_leads_nowhere(text: str) -> None:
    assert leads(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Asif Khan told Dawn that four died.", "Dawn"),
        ("According to the Interior Ministry, four died.", "Interior Ministry"),
        ("as reported by Geo News", "Geo News"),
        ("A report published in The News said four died.", "News"),
        ("According to data by the South Asia Terrorism Portal, four died.", "South Asia Terrorism Portal"),
    ],
)
def test_a_name_that_may_be_anybody_is_not_certain(text: str, name: str) -> None:
    (lead,) = leads(text)

    assert (lead.name, lead.certain) == (name, False)


def test_a_name_counts_once_by_the_rule_that_says_most() -> None:
    text = "QUETTA (AFP) – Four died. A doctor told AFP so. According to Agence France-Presse, he was sure."

    assert [(lead.how, lead.name) for lead in leads(text)] == [(Reliance.SYNDICATES, "AFP")]


def test_two_who_were_told_are_two() -> None:
    assert [one.name for one in leads("A spokesman told Reuters and AFP so.")] == ["Reuters", "AFP"]


def test_leads_come_in_order_of_the_text() -> None:
    text = "According to AFP, four died. Reuters contributed to this report."

    assert [lead.name for lead in leads(text)] == ["AFP", "Reuters"]


def test_a_name_has_those_under_which_a_library_may_know_it() -> None:
    (agency,) = leads("according to AFP")
    (paper,) = leads("The newspaper Dawn reported it.")

    assert "Agence France-Presse" in agency.names
    assert paper.names == ("Dawn", "The Dawn")


def test_the_words_are_shown_with_what_stands_around_them_in_their_line() -> None:
    before, after = FILLING * 3, " " + FILLING * 3
    (lead,) = leads(f"A heading\n{before}It was loud, according to AFP.{after}\nThe end")
    (short,) = leads("One line.\nIt was loud, according to AFP.\nThe end")

    assert lead.words.startswith("…He walked to the market in")
    assert lead.words.endswith("He walked to the…")
    assert len(lead.words) <= 2 * AROUND + 30
    assert short.words == "It was loud, according to AFP."


def test_so_many_are_given_and_no_more() -> None:
    text = " ".join(f"The newspaper Paper{number} reported it." for number in range(2 * MOST))
    assert len(leads(text)) == MOST


def test_a_possessive_and_a_full_stop_are_no_part_of_a_name() -> None:
    assert [lead.name for lead in leads("They were told Reuters’s man. According to Dawn.")] == [
        "Reuters",
        "Dawn",
    ]


@given(
    st.lists(
        st.sampled_from(
            ["told ", "according to ", "the newspaper ", " reported", "(", ") –", "— ", "\n", ". "]
        )
        | st.sampled_from(sorted(AGENCIES))
        | st.text(max_size=5),
        max_size=30,
    )
)
def test_no_text_breaks_it_and_all_words_stand_in_it(parts: list[str]) -> None:
    text = "".join(parts)

    for lead in leads(text):
        assert 0 <= lead.start < len(text)
        assert lead.name
        assert " ".join(lead.name.split()) in " ".join(text.split())
