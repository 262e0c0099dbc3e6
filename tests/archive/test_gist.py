"""What lists count an incident by."""

from __future__ import annotations

import pytest

from archive.answers.settled import incident_days
from archive.dates import Bounds, bounds
from archive.figures import figures
from archive.gist import Gist, gist_of, unit_of
from archive.record import Record
from archive.vocabulary import Property, Rank, Reliance, Unit
from tests.builders import at_least, attack, between, count, exactly, record, source

INJURED = Property.INJURED


def gist(one: Record) -> Gist:
    return gist_of(one, incident_days(one), figures(one))


@pytest.mark.parametrize(
    ("date", "unit"),
    [
        ("2024-02-07", Unit.DAY),
        ("2024-02", Unit.MONTH),
        ("2024-02-07/2024-02-09", Unit.MONTH),
        ("2024", Unit.YEAR),
        ("2024-01-31/2024-02-01", Unit.YEAR),
        ("2023-12-31/2024-01-01", None),
        ("2024-02-07/..", None),
        ("../2024-02-07", None),
    ],
)
def test_the_unit_is_the_smallest_that_holds_all_the_days(date: str, unit: Unit | None) -> None:
    assert unit_of(bounds(date)) == unit


def test_an_undated_incident_stands_in_no_unit() -> None:
    assert unit_of(Bounds(None, None)) is None


def test_what_lies_in_a_month_begins_with_its_first_day() -> None:
    found = gist(record(date="2024-02"))

    assert (found.day, found.unit) == ("2024-02-01", "month")


def test_what_no_year_holds_has_no_day() -> None:
    found = gist(record(date="2023/2024"))

    assert (found.day, found.unit) == ("", "")


def test_the_killed_are_those_of_the_incident_whole() -> None:
    found = gist(
        record(
            count(1, at_least(3), attack=1), count(2, between(4, 6), attack=2), attacks=[attack(1), attack(2)]
        )
    )

    assert (found.killed_low, found.killed_high, found.killed_open) == (7, 9, True)


def test_where_nobody_speaks_of_the_killed_there_is_no_number_of_them() -> None:
    found = gist(record(count(1, exactly(3), measure=INJURED)))

    assert (found.killed_low, found.killed_high, found.killed_open) == (None, None, False)


def test_sources_that_give_numbers_which_exclude_each_other_disagree() -> None:
    found = gist(record(count(1, exactly(3), "s1"), count(2, exactly(4), "s2")))

    assert (found.killed_disputed, found.injured_disputed) == (True, False)


def test_sources_may_disagree_on_one_attack() -> None:
    three, four = (count(n, exactly(n + 2), f"s{n}", measure=INJURED, attack=1) for n in (1, 2))
    found = gist(record(three, four, attacks=[attack(1)]))

    assert (found.killed_disputed, found.injured_disputed) == (False, True)


def test_numbers_that_can_both_be_true_are_no_disagreement() -> None:
    assert not gist(record(count(1, at_least(3), "s1"), count(2, exactly(4), "s2"))).killed_disputed


def test_a_source_at_odds_with_itself_disagrees_with_no_other() -> None:
    at_odds = count(1, exactly(3), "s1"), count(2, exactly(4), "s1")
    found = gist(record(*at_odds, count(3, at_least(2), "s2")))

    assert not found.killed_disputed


def test_a_count_that_is_not_in_use_disagrees_with_none() -> None:
    revised = count(1, exactly(3), "s1", superseded_by=2, superseded_reason="It counted again.")
    found = gist(record(revised, count(2, exactly(4), "s2")))

    assert not found.killed_disputed


def test_a_deprecated_count_disagrees_with_none() -> None:
    wrong = count(1, exactly(3), "s1", rank=Rank.DEPRECATED, rank_reason="A slip.")

    assert not gist(record(wrong, count(2, exactly(4), "s2"))).killed_disputed


def test_a_source_that_reprints_another_adds_no_origin() -> None:
    reprint = source("s2", relies_on=[{"how": Reliance.SYNDICATES, "source": "s1"}])
    found = gist(record(count(1, exactly(3), ["s1", "s2"]), entities=[reprint]))

    assert found.origins == 1


def test_independent_sources_are_as_many_origins() -> None:
    assert gist(record(count(1, exactly(3), ["s1", "s2"]))).origins == 2
