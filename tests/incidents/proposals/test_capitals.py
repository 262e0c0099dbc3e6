"""Actors by the capitals of their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.proposals import Name, marks, read
from incidents.proposals.capitals import LONGEST, SHORTEST, capitals, short_names

WHY = "“TTP” is read as “Tehreek-e-Taliban Pakistan”."
NAMES = (Name("actor", "ttp", "TTP", WHY),)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tehreek-e-Taliban Pakistan", "TTP"),
        ("Islamic State", "IS"),
        ("Islamic State – Khorasan Province", "ISKP"),
        ("Inter-Services Public Relations (Pakistan)", "ISPR"),
        ("FC Balochistan", "FCB"),
        ("Taliban", ""),
        ("ISPR", ""),
        ("al-Qaeda", ""),
        ("A Very Long Name Of Many Words", ""),
        ("", ""),
    ],
)
def test_the_capitals_of_a_name(name: str, expected: str) -> None:
    assert capitals(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The TTP and IS claimed it.", ["TTP", "IS"]),
        ("AFP was told by AK-47 men of T.T.P. in 5 XL cars", ["XL"]),
        ("THE TTP CLAIMED IT\nIt is said.", []),
        ("TTP-linked men", []),
    ],
)
def test_short_names_stand_in_capitals(text: str, expected: list[str]) -> None:
    assert list(short_names(text)) == expected


def test_a_proposal_says_how_an_actor_is_known() -> None:
    (found,) = read("The TTP claimed responsibility.", NAMES)
    assert (found.actor, found.claimant) == ("ttp", "ttp")
    assert found.why[-1] == WHY
    (counted,) = read("The TTP said that 14 people were killed.", NAMES)
    assert (counted.claimant, counted.why[-1]) == ("ttp", WHY)


def test_it_is_met_in_the_same_letters_alone() -> None:
    assert marks("The ttp", NAMES) == ()
    (mark,) = marks("The TTP", NAMES)
    assert mark.why == WHY


@given(st.text())
def test_capitals_are_few_and_are_found_again(name: str) -> None:
    found = capitals(name)
    assert found == "" or (SHORTEST <= len(found) <= LONGEST and found.isupper())
