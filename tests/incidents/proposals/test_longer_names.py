"""A place within a longer name is no place of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.proposals import Name, marks
from incidents.proposals.longer import is_within_a_name

NAMES = (
    *(Name("place", word.lower(), word) for word in ("Quetta", "Balochistan", "Mastung", "Waziristan")),
    Name("actor", "bla", "Balochistan Liberation Army"),
    Name("actor", "ttp", "TTP"),
)


def places(text: str) -> list[str]:
    return [mark.words for mark in marks(text, NAMES) if mark.kind == "place"]


@pytest.mark.parametrize(
    "text",
    [
        "The Quetta Gladiators won.",
        "A bomb went off on Mastung Road.",
        "The Balochistan Liberation Army said so.",
        "The Balochistan Example Front said so.",
        "Troops moved into North Waziristan.",
        "A professor of the University of Balochistan died.",
        "Blast On Mastung Road Kills Four In Market",
        "The Quetta-Karachi highway was closed.",
    ],
)
def test_within_a_longer_name_there_is_none(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Quetta.",
        "A bomb went off in Quetta Friday.",
        "A bomb went off in Quetta District.",
        "A bomb went off in Quetta city.",
        "A bomb went off in Quetta. Police came.",
        "A bomb went off in Quetta, Pakistan.",
        "In Quetta TTP gunmen fired.",
        "Near Quetta a bomb went off.",
        "Two Dead In Quetta Market Bombing",
        "3 hurt in Quetta IED attack",
        "QUETTA BLAST KILLS FOUR",
        "The governor of Quetta spoke.",
        "the university of Quetta",
    ],
)
def test_a_place_by_itself_is_one(text: str) -> None:
    assert [word.title() for word in places(text)] == ["Quetta"]


@given(st.text(alphabet="Qu Army-of.\n", max_size=20), st.text(alphabet="Qu Army-of.\n", max_size=20))
def test_small_letters_around_it_make_no_name_longer(before: str, after: str) -> None:
    text = f"{before.lower()}Quetta{after.lower()}"
    start = len(before)
    assert not is_within_a_name(text, start, start + 6, ())
