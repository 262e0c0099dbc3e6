"""When a replica may be read: judged by what it and the primary were seen to hold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.replica.fitness import MOST, Course, Look, Patience, after, distrusted

PATIENCE = Patience(lag=5, looks=3)
#: The primary's place in the log and the replica's, at one look a second.
Seen = tuple[int | None, int | None]
#: One that was near at three looks, and then stands still.
LAGGING: list[Seen] = [(7, 7), (7, 7), (7, 7), *((written, 7) for written in range(8, 16))]


def courses(seen: Iterable[Seen], patience: Patience = PATIENCE) -> list[Course]:
    """The course after each look."""
    looks = [Look(float(at), *places) for at, places in enumerate(seen)]
    return list(accumulate(looks, lambda course, look: after(course, look, patience), initial=Course()))[1:]


def course(*seen: Seen) -> Course:
    return courses(seen)[-1]


def test_a_replica_is_read_once_it_was_near_at_three_looks() -> None:
    assert [one.fit for one in courses([(7, 7)] * 4)] == [False, False, True, True]


def test_who_waits_for_a_replica_takes_it_to_be_read_after_one_look() -> None:
    assert courses([(7, 7)], Patience(lag=8, looks=1))[0].fit


def test_where_nothing_is_written_no_time_passes() -> None:
    idle = course(*[(7, 7)] * 500)
    assert (idle.fit, idle.lag) == (True, 0)


def test_a_replica_that_is_always_a_moment_behind_is_read() -> None:
    busy = course(*[(100 * at, 100 * at - 1) for at in range(1, 50)])
    assert (busy.fit, busy.lag) == (True, 1)


def test_a_replica_that_stands_still_is_read_until_too_much_may_be_missing() -> None:
    assert [one.fit for one in courses(LAGGING)[3:]] == [True] * 5 + [False] * 3


def test_a_replica_that_lagged_is_read_again_only_when_it_is_near() -> None:
    catching_up: list[Seen] = [(15, 13), (15, 15), (15, 15), (15, 15)]
    assert [one.fit for one in courses([*LAGGING, *catching_up])[-4:]] == [False, False, False, True]


def test_a_replica_that_does_not_answer_is_not_read_and_comes_back_after_three_looks() -> None:
    found = courses([(7, 7)] * 3 + [(7, None)] + [(7, 7)] * 3)
    assert [(one.answers, one.fit) for one in found[3:]] == [
        (False, False),
        (True, False),
        (True, False),
        (True, True),
    ]


def test_a_replica_that_is_read_stays_so_while_the_primary_is_silent() -> None:
    """Nothing is published meanwhile that could be missing."""
    assert course(*[(7, 7)] * 3, *[(None, 7)] * 1000).fit


def test_a_replica_that_lagged_when_the_primary_fell_silent_is_not_read() -> None:
    assert not course(*LAGGING, *[(None, 7)] * 100).fit


def test_what_a_dead_primary_wrote_last_and_nobody_has_keeps_no_replica_from_coming_back() -> None:
    assert course(*[(7, 7)] * 3, (9, 7), (None, None), *[(None, 7)] * 3).fit


def test_where_the_primary_was_never_heard_of_the_replica_is_all_there_is() -> None:
    assert course((None, 7)).fit
    assert not course((None, None)).fit


def test_a_replica_that_failed_somebody_is_looked_at_anew() -> None:
    failed = distrusted(course(*[(7, 7)] * 3))
    assert not failed.fit
    assert not after(failed, Look(3, 7, 7), PATIENCE).fit


def test_a_replica_that_is_gone_for_long_is_not_remembered_mark_by_mark() -> None:
    assert len(course(*[(at, None) for at in range(MOST + 50)]).marks) == MOST


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=30))
def test_a_replica_that_is_read_holds_all_that_was_there_so_many_seconds_ago(
    steps: list[tuple[int, int]],
) -> None:
    """However both go on, the replica never ahead."""
    written = list(accumulate(one for one, _ in steps))
    replayed = list(accumulate((two for _, two in steps)))
    seen = [(one, min(one, two)) for one, two in zip(written, replayed, strict=True)]

    for at, one in enumerate(courses(seen)):
        if one.fit:
            long_ago = seen[max(0, at - int(PATIENCE.lag))][0]
            assert seen[at][1] is not None
            assert long_ago is not None
            assert seen[at][1] >= long_ago


@pytest.mark.parametrize("gap", [1, 60, 3600])
def test_a_process_that_slept_trusts_no_replica_that_did_not_go_on(gap: int) -> None:
    well = course(*[(7, 7)] * 3)
    woken = after(well, Look(2 + gap, 9, 7), PATIENCE)
    assert woken.fit is (gap <= PATIENCE.lag)
