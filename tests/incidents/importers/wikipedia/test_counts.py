"""Numbers of people as summary boxes state them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.record import Quantity
from archive.vocabulary import Population, Qualifier
from incidents.importers.formats.wikipedia.counts import counted
from tests.builders import (
    at_least,
    at_most,
    between,
    between_or_more,
    exactly,
    fewer_than,
    more_than,
    roughly,
    vague,
)

PERPETRATORS = Population.PERPETRATORS


@pytest.mark.parametrize(
    ("words", "quantities"),
    [
        ("14", [exactly(14)]),
        ("1,234", [exactly(1234)]),
        ("28–30+", [between_or_more(28, 30)]),
        ("at least 28–30", [between_or_more(28, 30)]),
        ("20 to 30", [between(20, 30)]),
        ("between 20 and 30", [between(20, 30)]),
        ("40+", [at_least(40)]),
        ("40 or more", [at_least(40)]),
        ("At least 12", [at_least(12)]),
        ("over 20", [more_than(20)]),
        ("up to 30", [at_most(30)]),
        ("fewer than 30", [fewer_than(30)]),
        ("about 45", [roughly(45)]),
        ("dozens", [vague()]),
        ("over two dozen", [vague()]),
        ("None", [exactly(0)]),
        ("12 (+2)", [exactly(12)]),
        ("12 (including the perpetrator)", [exactly(12, population=Population.ALL)]),
        ("12 (+1 perpetrator)", [exactly(12), exactly(1, population=PERPETRATORS)]),
        ("12+ (+ two attackers)", [at_least(12), exactly(2, population=PERPETRATORS)]),
        ("3 attackers", [exactly(3, population=PERPETRATORS)]),
        ("12 civilians", [exactly(12, population=Population.CIVILIANS)]),
        ("2 police officers", [exactly(2, population=Population.SECURITY_FORCES)]),
        ("18, four of them critically", [exactly(18)]),
    ],
)
def test_what_the_words_state(words: str, quantities: list[Quantity]) -> None:
    assert [number.quantity for number in counted(words)] == quantities


@pytest.mark.parametrize(
    "words",
    [
        "unknown",
        "",
        "30–20",
        "50%",
        "between 20",
        "up to 30+",
        "fewer than 20–30",
        "roughly twice 12",
        "999999999999",
    ],
)
def test_what_states_no_number_is_not_made_one(words: str) -> None:
    assert list(counted(words)) == []


def test_too_many_perpetrators_are_not_counted() -> None:
    assert [one.quantity for one in counted("1 (+999999999 attackers)")] == [exactly(1)]


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.sampled_from(["–", "-", " to "]), st.booleans())
def test_every_range_is_kept_as_it_is_stated(one: int, other: int, dash: str, more: bool) -> None:
    low, high = sorted((one, other))
    found = [number.quantity for number in counted(f"{low:,}{dash}{high:,}{'+' * more}")]

    assert found == [
        Quantity(qualifier=Qualifier.RANGE_OR_MORE if more else Qualifier.RANGE, low=low, high=high)
    ]


@given(st.text("0123456789 ,+-–()atlesmordznvkpch%", max_size=30))
def test_no_words_break_it(words: str) -> None:
    assert len(list(counted(words))) <= 2
