"""How fast the pages of one website are fetched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.policy.pacing import until_turn, website_of

seconds = st.floats(min_value=-60, max_value=86_400)
aparts = st.floats(min_value=0, max_value=60)
numbers = st.integers(min_value=0, max_value=1000)


@pytest.mark.parametrize(
    ("address", "website"),
    [
        ("https://Paper.Example:8443/a?b#c", "paper.example"),
        (" http://[2001:db8::1]/ ", "2001:db8::1"),
        ("paper.example", ""),
        ("http://[broken/", ""),
    ],
)
def test_a_website_is_known_by_its_name(address: str, website: str) -> None:
    assert website_of(address) == website


@given(seconds, aparts)
def test_the_next_page_waits_no_longer_than_two_are_apart(since: float, apart: float) -> None:
    assert 0 <= until_turn(since, 0, apart) <= apart


def test_what_is_left_of_the_time_is_waited() -> None:
    assert until_turn(2, 0, 5) == 3


@given(seconds, numbers, st.floats(min_value=1, max_value=60))
def test_those_that_wait_are_spread_so_that_each_has_its_own_turn(
    since: float, ahead: int, apart: float
) -> None:
    step = until_turn(since, ahead + 1, apart) - until_turn(since, ahead, apart)
    assert step == pytest.approx(apart)
