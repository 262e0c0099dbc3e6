"""Sentences, and stretches of them, that tell of another event than the incident they are read beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.dates import Bounds, bounds
from incidents.proposals import Name, Setting, parts, read
from incidents.proposals.elsewhere import away, turns_elsewhere
from incidents.proposals.times import other_times

NAMES = tuple(Name("place", word.lower(), word) for word in ("Pishin", "Quetta", "Balochistan", "Bannu"))
ABOVE = {"pishin": frozenset(["balochistan"]), "quetta": frozenset(["balochistan"])}
#: An attack in Pishin on Wednesday, 7 February 2024, in a text of the day after.
BESIDE = Setting(date(2024, 2, 8), bounds("2024-02-07"), frozenset(["pishin"]), ABOVE)


def context(text: str, setting: Setting = BESIDE) -> list[str]:
    """What is proposed as context, each by its words."""
    return [one.stated for one in read(text, NAMES, setting) if one.is_context]


def own(text: str, setting: Setting = BESIDE) -> list[str]:
    return [one.stated for one in read(text, NAMES, setting) if not one.is_context]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Hours earlier, four people were killed in Bannu.", "Hours earlier"),
        ("A month earlier, four people were killed in Bannu.", "A month earlier"),
        ("In a separate attack, two policemen died.", "In a separate attack"),
        ("In another incident, a mine killed one.", "In another incident"),
        ("Earlier in the day, a bomb went off.", "Earlier in the day"),
        ("In a bombing at a rally 128 people died.", ""),
        ("Four people were killed hours earlier.", ""),
    ],
)
def test_the_words_that_turn_elsewhere(sentence: str, words: str) -> None:
    assert turns_elsewhere(sentence) == words


@pytest.mark.parametrize(
    "words",
    [
        "in 2013",
        "in January 2013",
        "on 5 January",
        "on January 5",
        "on 13 July 2018",
        "in March",
        "last year",
        "last month",
        "two years ago",
        "three weeks ago",
        "several months ago",
        "over the past two years",
        "a month earlier",
        "in 2026",
    ],
)
def test_another_time_makes_a_count_context(words: str) -> None:
    assert "26 people" in context(f"The group killed 26 people {words}.")


@pytest.mark.parametrize(
    "words",
    [
        "in 2024",
        "in February",
        "on 7 February",
        "on 5 February 2024",
        "last week",
        "on 31 February 2013",
        "may be",
        "a year after the army came",
        "by 9 February",
        "with 2013 rounds",
        "in a shop built in 1975",
    ],
)
def test_the_incidents_own_time_does_not(words: str) -> None:
    setting = replace(BESIDE, published=date(2024, 2, 15))
    assert context(f"The group killed 26 people {words}.", setting) == []


def test_the_reason_says_which_words_turn_elsewhere() -> None:
    (found,) = read("In 2013, 92 people were killed.", NAMES, BESIDE)
    assert found.why[-1] == "“2013” is another time than the incident’s: it is proposed as context."


def test_without_the_incidents_days_a_year_says_nothing() -> None:
    text = "In 2013, 92 people were killed."
    assert context(text, Setting()) == []
    assert context(text, replace(BESIDE, days=Bounds(None, None))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last month, 14 people were killed.", ["14 people"]),
        ("Some 14 people were killed last month.", []),
        ("Two years ago 14 people were killed.", ["14 people"]),
        ("Two weeks ago 14 people were killed.", []),
    ],
)
def test_what_is_reckoned_from_an_unknown_day_is_context_only_where_it_must_be(
    text: str, expected: list[str]
) -> None:
    assert context(text, Setting(None, bounds("2024-02-07"))) == expected


def test_a_month_without_a_year_is_the_last_before_a_text_of_unknown_day() -> None:
    setting = replace(BESIDE, published=None)
    assert context("The group killed 26 people in January.", setting) == ["26 people"]
    assert context("The group killed 26 people in May.", setting) == ["26 people"]
    assert context("The group killed 26 people in February.", setting) == []


@pytest.mark.parametrize(
    ("text", "other", "its"),
    [
        ("Thirty people died, the highest toll since 92 were killed in 2013.", ["92"], ["Thirty people"]),
        ("Ali, elected in 2018, was among the 12 people killed.", [], ["the 12 people"]),
        ("Ali, a senator in 2018, was among the 12 people killed.", [], ["the 12 people"]),
        ("Ali, who survived a bombing in 2018, was among 12 killed.", ["bombing"], ["12"]),
        ("Wednesday’s blast killed more than an attack in 2013 that left 9 dead.", ["9"], None),
        ("Four people died in 2013, but on Wednesday 17 were killed.", ["Four people"], ["Wednesday", "17"]),
        ("It came two days after 4 soldiers were killed.", ["4 soldiers"], []),
        (
            "Gunmen killed 11 people, in January 2023, police said.",
            ["Gunmen", "Gunmen killed", "11 people"],
            [],
        ),
    ],
)
def test_only_a_stretch_of_a_sentence_may_turn_elsewhere(
    text: str, other: list[str], its: list[str] | None
) -> None:
    assert context(text) == other
    assert its is None or own(text) == its


def test_what_comes_of_an_incident_long_after_is_its_own() -> None:
    assert context("In 2026 a court said that 17 people were killed.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb killed 14 in Bannu.", ["bomb", "bomb", "14", "Bannu"]),
        ("A bomb killed 14 in Quetta.", ["bomb", "bomb", "14", "Quetta"]),
        ("A bomb killed 14 in Pishin, far from Quetta.", []),
        ("A bomb killed 14 in Balochistan.", []),
        ("A bomb killed 14, a doctor in Quetta said.", []),
        ("Of 14 killed by the bomb, three had been flown to a hospital in Quetta.", []),
    ],
)
def test_a_deed_at_another_place_is_context(text: str, expected: list[str]) -> None:
    assert context(text) == expected


def test_whatever_lies_within_the_incidents_place_is_its_own() -> None:
    wide = replace(BESIDE, places=frozenset(["balochistan"]))
    assert context("A bomb killed 14 in Quetta.", wide) == []
    assert context("A bomb killed 14 in Bannu.", wide) != []


def test_an_incident_without_a_place_has_no_other_places() -> None:
    assert context("A bomb killed 14 in Quetta.", replace(BESIDE, places=frozenset())) == []


def test_a_part_is_context_as_the_whole_is() -> None:
    (found,) = parts("In 2013, 92 people were killed, among them 4 children.", NAMES, BESIDE)
    assert found.is_context


def test_what_is_told_of_another_event_is_proposed_again_of_the_incident() -> None:
    text = "In 2013, a bomb killed 92 people. A bomb killed 17 in Pishin. A bomb went off in Bannu."
    weapons = [one.is_context for one in read(text, NAMES, BESIDE) if one.property == "weapon"]
    assert weapons == [True, False]


WORDS = [
    *("In", "2013", ",", "last", "year", "a", "month", "earlier", "on", "5", "January", "since", "killed"),
    *(
        "14 people",
        "blast",
        "Pishin",
        "Bannu",
        "in",
        "two",
        "years",
        "ago",
        "Wednesday",
        "deadliest",
        "after",
    ),
    *("31 February", "2024", "who", "(", ";", "May", "decades"),
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
DAYS = st.none() | st.dates()
SETTINGS = st.builds(
    Setting,
    DAYS,
    st.builds(Bounds, DAYS, DAYS),
    st.frozensets(st.sampled_from(["pishin", "balochistan"])),
    st.just(ABOVE),
)


@given(TEXTS, SETTINGS)
def test_a_stretch_lies_within_its_sentence_and_says_why(text: str, setting: Setting) -> None:
    for one in away(text, 0, len(text), (), setting):
        assert 0 <= one.start <= one.end <= len(text)
        assert one.why


@given(TEXTS, SETTINGS)
def test_what_a_text_is_read_beside_changes_no_value(text: str, setting: Setting) -> None:
    plain = {one.reading() for one in read(text, NAMES) if one.property != "date"}
    assert {one.reading() for one in read(text, NAMES, setting) if one.property != "date"} == plain


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), DAYS)
def test_a_day_in_words_is_never_another_time_than_itself(day: date, published: date | None) -> None:
    sentence = f"A bomb killed 14 on {day.day} {day:%B} {day.year}."
    assert list(other_times(sentence, Setting(published, Bounds(day, day)))) == []
