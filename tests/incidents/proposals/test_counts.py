"""Which numbers count people, and what became of them."""

from __future__ import annotations

import pytest

from incidents.proposals import parts, read
from tests.incidents.proposals.reading import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 14 people and wounded 20.", ["killed exact 14", "injured exact 20"]),
        ("14 dead, 20 hurt in blast", ["killed exact 14", "injured exact 20"]),
        ("Blast leaves 14 dead", ["killed exact 14"]),
        ("Seventeen people lost their lives.", ["killed exact 17"]),
        ("The death toll rose from 25 to 31.", ["killed exact 31"]),
        ("The number of soldiers killed stood at 35.", ["killed exact 35 security_forces"]),
        ("The number of wounded has reached 35.", ["injured exact 35"]),
        ("The number of the dead is 35.", ["killed exact 35"]),
        ("Deaths: 12. Injured: 30.", ["killed exact 12", "injured exact 30"]),
        ("There were 40 casualties.", ["killed_or_injured exact 40"]),
        ("40 people were killed or wounded.", ["killed_or_injured exact 40"]),
        ("17 people are missing and 4 were arrested.", ["missing exact 17", "detained exact 4"]),
        ("The injured, 14 in number, were treated.", ["injured exact 14"]),
        ("Militants killed three soldiers.", ["killed exact 3 security_forces"]),
        ("Two gunmen killed nine students.", ["killed exact 9"]),
        ("Police officer shot dead in Quetta", ["killed exact 1 security_forces"]),
        ("Blast kills policeman, injures three", ["killed exact 1 security_forces", "injured exact 3"]),
        ("Six militants, soldier killed", ["killed exact 6 fighters", "killed exact 1 security_forces"]),
        ("The attacker was shot dead.", ["killed exact 1 perpetrators"]),
        ("14 killed 20 injured in blast", ["killed exact 14", "injured exact 20"]),
    ],
)
def test_verbs_and_nouns_say_what_became_of_people(text: str, expected: list[str]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 14-year-old boy was among those injured.",
        "Raisani, aged 39, was killed.",
        "In 2013 people were killed.",
        "The blast hit 14 shops and five police vehicles and killed cattle.",
        "The 14kg bomb killed cattle.",
        "The heirs of those killed get Rs 500,000 each.",
        "He was killed 14 km from Quetta on 13 July.",
        "The man was killed at 9:30 am.",
        "Rescue 1122 moved the injured.",
        "A three-day siege left dead cattle.",
        "Prisoners were killed 14 at a time.",
        "Those killed were 30–28.",
        "The 4th Brigade lost its dead.",
        "Some 300 officers have been deployed.",
        "A man and his two sons were killed.",
        "Three of the injured later died.",
        "Two more people died of their wounds.",
        "The gunmen kidnapped six workers and freed two.",
        "About 2,000 people attended the funeral of the 11 victims.",
    ],
)
def test_numbers_of_other_things_are_no_counts(text: str) -> None:
    assert counts(text) == []


def test_a_part_is_proposed_only_where_it_says_whose() -> None:
    text = "The attack killed 14 people, including three children and two policemen."
    assert counts(text) == ["killed exact 14", "killed exact 2 security_forces"]


def test_parts_may_end_a_headline() -> None:
    assert counts("14 killed, including two policemen") == [
        "killed exact 14",
        "killed exact 2 security_forces",
    ]


def test_parts_may_stand_in_brackets() -> None:
    text = "In all, 67 people (61 civilians and 6 soldiers) died."
    assert counts(text) == ["killed exact 67", "killed exact 61 civilians", "killed exact 6 security_forces"]


def test_parts_may_stand_behind_the_word_for_the_dead() -> None:
    assert counts("Among the 49 dead were six women and four soldiers.") == [
        "killed exact 49",
        "killed exact 4 security_forces",
    ]


def test_parts_of_a_noun_without_a_number() -> None:
    assert counts("The fatalities included 12 civilians and 3 teachers.") == ["killed exact 12 civilians"]


def test_parts_of_what_is_not_counted_are_not_counted() -> None:
    assert counts("The gunmen kidnapped six workers, including two policemen.") == []


def test_brackets_after_a_number_that_is_not_counted_hold_no_parts() -> None:
    assert counts("20 people (12 policemen) spoke.") == []


def test_who_some_of_the_dead_were() -> None:
    assert counts("Two of the dead were policemen.") == ["killed exact 2 security_forces"]
    assert counts("Two policemen were among the dead.") == ["killed exact 2 security_forces"]


def test_those_in_a_row_who_are_not_all_told_apart_are_no_total() -> None:
    assert counts("Four policemen and a driver were injured.") == ["injured exact 4 security_forces"]


def test_the_attacker_beside_the_victims_leaves_their_number() -> None:
    assert counts("The blast killed 14 people and an attacker.") == [
        "killed exact 14",
        "killed exact 1 perpetrators",
    ]


def test_who_did_it_is_in_no_row_with_the_victims() -> None:
    assert counts("It was attacked by six gunmen, and 40 people were killed.") == ["killed exact 40"]


def test_a_number_of_others_before_a_comma_is_in_no_row() -> None:
    assert counts("It received 14 patients, and two were already dead.") == ["killed exact 2"]


def test_a_list_of_three_is_one_row() -> None:
    found = counts("8 soldiers, 3 policemen, and 2 civilians were killed.")
    assert found == [
        "killed exact 8 security_forces",
        "killed exact 3 security_forces",
        "killed exact 2 civilians",
    ]


def test_a_toll_that_has_gone_up_to_a_number_is_that_number() -> None:
    assert counts("The death toll has now gone up to 22.") == ["killed exact 22"]


def test_132_of_them_are_no_further_number() -> None:
    assert counts("144 people were killed, 132 of them schoolchildren.") == ["killed exact 144"]


@pytest.mark.parametrize(
    "text",
    [
        "Police denied that 50 people had died.",
        "The bomb could have killed hundreds of people.",
        "The army denies killing of 15 soldiers.",
    ],
)
def test_what_is_denied_or_unreal_is_not_claimed(text: str) -> None:
    assert counts(text) == []


def test_a_denial_ends_at_a_comma() -> None:
    assert counts("Police denied that 50 people had died, while doctors said 12 were killed.") == [
        "killed exact 12"
    ]


def test_a_word_of_denial_alone_denies_no_number() -> None:
    assert counts("Nobody denied 12 people were killed.") == ["killed exact 12"]
    assert counts("12 people were killed, as nobody denied") == ["killed exact 12"]


def test_an_abbreviation_ends_no_sentence() -> None:
    assert counts("Dr. Baloch of St. John counted 14 dead at 5 p.m. in Quetta.") == ["killed exact 14"]
    assert counts("It hit the U.S. base. 14 people were killed") == ["killed exact 14"]


def test_a_line_is_a_sentence_of_its_own() -> None:
    assert counts("Bomb kills 3 Levies men\nPolice counted 4 dead") == [
        "killed exact 3 security_forces",
        "killed exact 4",
    ]


def test_a_part_of_the_injured_is_told_apart_and_says_so() -> None:
    text = "Over two dozen children were among the injured."
    found = parts(text)

    assert read(text) == ()
    assert [(one.property, one.low) for one in found] == [("injured", 24)]
    assert found[0].why[-1] == "This counts a part of the injured."
