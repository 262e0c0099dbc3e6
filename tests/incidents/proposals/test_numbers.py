"""How a number is read."""

from __future__ import annotations

import pytest

from tests.incidents.proposals.reading import counts, only


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("14", "exact 14"),
        ("1,200", "exact 1200"),
        ("twenty-three", "exact 23"),
        ("twenty three", "exact 23"),
        ("ninety", "exact 90"),
        ("one hundred and five", "exact 105"),
        ("a hundred and five", "exact 105"),
        ("two thousand", "exact 2000"),
        ("two dozen", "exact 24"),
        ("half a dozen", "exact 6"),
        ("a score of", "exact 20"),
        ("no", "exact 0"),
        ("over two dozen", "more_than 24"),
        ("at least 14", "at_least 14"),
        ("no fewer than 14", "at_least 14"),
        ("14 or more", "at_least 14"),
        ("14+", "at_least 14"),
        ("up to 14", "at_most 14"),
        ("as many as 14", "at_most 14"),
        ("fewer than 14", "fewer_than 14"),
        ("nearly a hundred", "about 100"),
        ("some 14", "about 14"),
        ("14 or so", "about 14"),
        ("28 to 30", "range 28-30"),
        ("28–30", "range 28-30"),
        ("between 20 and 25", "range 20-25"),
        ("between two and three dozen", "range 24-36"),
        ("at least 28 to 30", "range_or_more 28-30"),
        ("28–30+", "range_or_more 28-30"),
        ("dozens of", "vague"),
        ("several dozen", "vague"),
        ("scores of", "vague"),
        ("a number of", "vague"),
        ("30–28", ""),
        ("between", ""),
        ("between 20 or 30", "range 20-30"),
        ("999,999,999", ""),
    ],
)
def test_a_number_before_people(words: str, read_as: str) -> None:
    assert counts(f"{words} people were killed in the attack.") == ([f"killed {read_as}"] if read_as else [])


def test_a_number_that_no_count_can_hold_is_not_the_end_of_a_range() -> None:
    assert counts("14 to 999,999,999 people were killed.") == []


def test_thousands_in_words_take_no_second_thousand() -> None:
    assert counts("two hundred and five thousand people were killed.") == []


def test_an_article_before_one_person_is_one() -> None:
    assert counts("A man was shot dead.") == ["killed exact 1"]


def test_three_policemen_are_of_the_security_forces() -> None:
    assert counts("Three policemen were killed.") == ["killed exact 3 security_forces"]


def test_a_number_that_is_the_last_word_is_read() -> None:
    assert counts("The death toll is two hundred and") == ["killed exact 200"]


def test_the_words_of_the_value_and_of_the_quote_are_places_of_the_text() -> None:
    text = "A bomb went off. At least 14 people were killed, police said. More later."
    found = only(text)
    assert found.stated == "At least 14 people"
    assert text[found.quote_start : found.quote_end] == "At least 14 people were killed, police said."


def test_every_proposal_says_why_in_plain_sentences() -> None:
    assert only("Police told AFP that at least 14 civilians were killed.").why == (
        "“at least 14 civilians” is read as: at least.",
        "“killed” stands behind the number: it says what became of them.",
        "The words say whom it counts: civilians.",
        "“Police” is named as who says it: official.",
        "“AFP” is credited with the report, and is not the claimant.",
    )
