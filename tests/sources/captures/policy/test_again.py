"""When something that was refused for now is tried again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sources.captures.policy.again import TRIES, wait_after

tries = st.integers(min_value=1, max_value=TRIES - 1)
waits = st.none() | st.floats(min_value=0, max_value=86_400)


def test_the_waits_grow_from_a_minute_to_two_hours() -> None:
    assert [wait_after(number) for number in range(1, TRIES)] == [60, 300, 1500, 7500]


@given(tries, waits)
def test_no_wait_is_shorter_than_the_other_side_asked_for_or_than_the_one_before(
    number: int, asked: float | None
) -> None:
    wait = wait_after(number, asked)
    assert wait is not None
    assert wait >= max(asked or 0, wait_after(max(number - 1, 1)) or 0)


@given(st.integers(min_value=TRIES), waits)
def test_it_is_given_up_in_the_end(number: int, asked: float | None) -> None:
    assert wait_after(number, asked) is None
