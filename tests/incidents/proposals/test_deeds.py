"""Weapons, types of attack, days, times, places and names."""

from __future__ import annotations

import pytest

from archive.vocabulary import Property
from incidents.proposals import marks, read
from tests.incidents.proposals.reading import NAMES, values


@pytest.mark.parametrize(
    ("text", "weapons", "types"),
    [
        ("A car bomb exploded.", ["explosives"], ["bombing"]),
        ("A suicide bomber blew himself up near a bomb.", ["explosives"], ["suicide_bombing"]),
        ("Gunmen opened fire.", ["firearms"], ["armed_assault"]),
        ("A drone strike hit the house.", ["drone"], ["shelling"]),
        ("Police recovered three grenades.", [], []),
        ("The bomb disposal squad came.", [], []),
        ("They kidnapped six workers.", [], ["kidnapping"]),
    ],
)
def test_weapons_and_types_of_attack(text: str, weapons: list[str], types: list[str]) -> None:
    assert sorted(values(text, Property.WEAPON)) == weapons
    assert sorted(values(text, Property.ATTACK_TYPE)) == types


def test_what_is_told_twice_is_proposed_once() -> None:
    assert values("A bomb went off. The bomb was large.", Property.WEAPON) == ["explosives"]


def test_a_weaker_type_beside_a_stronger_one_is_not_proposed() -> None:
    text = "The blast killed 14. A suicide bombing was claimed. Hours earlier, a bomb went off."
    types = [(one.value, one.is_context) for one in read(text) if one.property is Property.ATTACK_TYPE]
    assert types == [("suicide_bombing", False), ("bombing", True)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 13 July 2018 a bomb killed many.", ["2018-07-13"]),
        ("On July 13, 2018 a bomb killed many.", ["2018-07-13"]),
        ("On 31 February 2018 a bomb killed many.", []),
        ("On Friday a bomb killed many.", []),
        ("He was born on 13 July 1980.", []),
    ],
)
def test_days(text: str, days: list[str]) -> None:
    assert values(text, Property.DATE) == days


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The attack began at around 9:30 am.", ["09:30"]),
        ("The attack began at 12 p.m. on Friday.", ["12:00"]),
        ("The attack began at 12:05 am.", ["00:05"]),
        ("The attack began at 21:40.", ["21:40"]),
        ("The attack began at 14 pm.", []),
        ("The attack was with 9:30 kg.", []),
        ("The attack cost 2.50 and hurt 9.", []),
        ("The market opens at 9:30 am.", []),
    ],
)
def test_times(text: str, times: list[str]) -> None:
    assert values(text, Property.TIME) == times


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A bomb killed 14 in Quetta.", ["quetta"]),
        ("Quetta blast kills 14", ["quetta"]),
        ("A bomb killed 14 in Sana’a.", ["sanaa"]),
        ("Quetta mourns the 14 who were killed.", []),
        ("The school is in Quetta.", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert values(text, Property.PLACE) == places


def test_what_a_source_calls_it() -> None:
    text = "The 2018 Mastung bombing was the deadliest."
    assert values(text, Property.NAME) == ["The 2018 Mastung bombing"]


def test_numbers_in_digits_and_words_and_known_names_are_marked() -> None:
    text = "The TTP killed dozens, two dozen or 1,200.5 people in Quetta at 9:30."
    assert [(mark.kind, mark.words) for mark in marks(text, NAMES)] == [
        ("actor", "TTP"),
        ("number", "dozens"),
        ("number", "two dozen"),
        ("number", "1,200.5"),
        ("place", "Quetta"),
        ("number", "9:30"),
    ]


def test_of_two_names_at_one_place_the_longer_is_met() -> None:
    text = "The Pakistani Taliban TTP."
    assert [mark.words for mark in marks(text, NAMES)] == ["Pakistani Taliban", "TTP"]


def test_nothing_is_proposed_of_nothing() -> None:
    assert read("") == ()
    assert marks(" \n") == ()
