"""When somebody who tried too often may try again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.door.waiting import in_words, seconds_left

#: Quarters of a second, which are exact.
MOMENT = st.integers(0, 4000).map(lambda quarters: quarters / 4)


def test_where_there_is_room_nobody_waits() -> None:
    assert seconds_left([100.0, 101.0], amount=3, duration=60, now=102.0) == 0


def test_the_oldest_attempt_that_counts_makes_room() -> None:
    assert seconds_left([100.0, 110.5, 40.0], amount=2, duration=60, now=120.25) == 40


@given(st.lists(MOMENT, max_size=8), st.integers(1, 5), MOMENT)
def test_after_the_wait_there_is_room_and_nobody_waits_longer_than_attempts_count(
    moments: list[float], amount: int, now: float
) -> None:
    attempts = [moment for moment in moments if moment <= now]
    seconds = seconds_left(attempts, amount, 60, now)

    assert 0 <= seconds <= 60
    assert seconds_left(attempts, amount, 60, now + seconds) == 0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "in 1 second"), (59, "in 59 seconds"), (91, "in 2 minutes"), (300, "in 5 minutes")],
)
def test_words(seconds: int, words: str) -> None:
    assert in_words(seconds) == words
