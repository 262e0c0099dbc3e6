"""Which of the backups are kept, and when the next is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.backups.dated import backups_among, dated, is_late, outdated, seconds_left, time_of

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
DAY = timedelta(days=1)

moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


@given(moments)
def test_a_name_tells_its_moment_to_the_second(moment: datetime) -> None:
    assert time_of(dated(moment)) == moment.replace(microsecond=0)


@pytest.mark.parametrize("name", ["", ".lock", "2026-11-30", "2026-13-30T031500Z", "archive.dump"])
def test_what_is_no_dated_backup_is_never_among_them(name: str) -> None:
    assert time_of(name) is None
    assert outdated([name] * 9, 1) == []


@given(st.lists(moments.map(dated), unique=True), st.integers(-3, 9))
def test_the_newest_are_kept_and_at_least_one(names: list[str], keep: int) -> None:
    gone = outdated(names, keep)
    kept = set(names) - set(gone)

    assert len(kept) == min(len(names), max(1, keep))
    assert all(old < new for old in gone for new in kept)
    assert backups_among(names) == sorted(names, reverse=True)


def test_the_next_one_is_due_a_day_after_the_newest() -> None:
    assert seconds_left(NOW - DAY / 4, NOW, DAY) == 18 * 3600
    assert seconds_left(NOW - 2 * DAY, NOW, DAY) == 0


def test_the_first_one_is_due_at_once_and_so_is_one_after_the_clock_was_set_back() -> None:
    assert seconds_left(None, NOW, DAY) == 0
    assert seconds_left(NOW + DAY, NOW, DAY) == 0


def test_one_may_fail_and_two_may_not() -> None:
    assert is_late(None, NOW, DAY)
    assert not is_late(NOW - 1.9 * DAY, NOW, DAY)
    assert is_late(NOW - 2.1 * DAY, NOW, DAY)
