"""What an operator is told of the replica."""

from __future__ import annotations

import pytest

from archive.replica.fitness import Course
from archive.watching.facts import Section, troubles
from archive.watching.replica import facts_of, replica


def told(course: Course) -> tuple[list[tuple[str, object]], str]:
    facts = facts_of(course)
    return [(fact.name, fact.value) for fact in facts], " ".join(troubles([Section("The replica", facts)]))


def test_a_replica_that_is_read_is_no_trouble() -> None:
    course = Course(at=9, since=7, heard=9, near=3, answers=True, fit=True)
    assert told(course) == ([("replica_fit", 1), ("replica_lag_seconds", 2)], "")


@pytest.mark.parametrize(
    ("course", "said"),
    [(Course(), "does not answer"), (Course(at=9, since=1, heard=9, answers=True), "lags")],
    ids=["dead", "late"],
)
def test_a_replica_that_is_not_read_is_a_trouble(course: Course, said: str) -> None:
    facts, trouble = told(course)
    assert facts[0] == ("replica_fit", 0)
    assert said in trouble


def test_where_there_is_none_nothing_is_said() -> None:
    assert replica() == []
