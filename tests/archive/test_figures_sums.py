"""The incident's figure where only its attacks are counted."""

from __future__ import annotations

from archive.figures import figure
from archive.record import Figure, Record
from archive.vocabulary import LeftOutReason, Property, Rank, Rule
from tests.builders import at_least, at_most, count, exactly, record, vague


def killed(event: Record, rule: Rule = Rule.ARCHIVE) -> Figure:
    return figure(event, Property.KILLED, rule=rule)


def reasons(found: Figure) -> dict[int, LeftOutReason]:
    return {item.claim: item.reason for item in found.left_out}


def test_the_attacks_are_added_up_and_the_figure_says_so() -> None:
    found = killed(record(count(1, exactly(14), attack=1), count(2, exactly(12), attack=2), attacks=2))

    assert (found.low, found.best, found.high, found.open_above) == (26, 26, 26, False)
    assert (found.is_sum, found.partial, found.used) == (True, False, (1, 2))


def test_a_sum_has_a_best_number_only_if_every_attack_has_one() -> None:
    found = killed(record(count(1, at_least(14), attack=1), count(2, exactly(12), attack=2), attacks=2))

    assert (found.low, found.best, found.open_above) == (26, None, True)


def test_a_sum_is_open_below_where_an_attack_is() -> None:
    found = killed(record(count(1, at_most(14), attack=1), attacks=1))

    assert (found.high, found.open_below) == (14, True)


def test_a_sum_without_the_number_of_some_attack_is_partial_and_open_above() -> None:
    found = killed(record(count(1, exactly(14), attack=1), count(2, vague(), attack=2), attacks=2))

    assert (found.low, found.best, found.high, found.open_above) == (14, None, 14, True)
    assert (found.partial, reasons(found)) == (True, {2: LeftOutReason.VAGUE})


def test_a_partial_sum_is_not_open_under_a_rule_that_never_is() -> None:
    event = record(count(1, exactly(14), attack=1), attacks=2)

    for rule in (Rule.ACLED, Rule.LOWEST, Rule.GTD):
        found = killed(event, rule)
        assert (found.partial, found.open_above) == (True, False)


def test_a_sum_names_the_claims_about_the_incident_that_state_no_number() -> None:
    found = killed(record(count(1, vague()), count(2, exactly(14), attack=1), attacks=1))

    assert (found.low, reasons(found)) == (14, {1: LeftOutReason.VAGUE})


def test_the_incidents_own_number_comes_before_any_sum() -> None:
    found = killed(record(count(1, exactly(20)), count(2, exactly(14), attack=1), attacks=1))

    assert (found.best, found.is_sum, found.used) == (20, False, (1,))


def test_acled_adds_up_the_attacks_even_where_the_incident_is_counted() -> None:
    event = record(
        count(1, exactly(30)), count(2, at_least(14), attack=1), count(3, exactly(16), attack=1), attacks=1
    )

    found = killed(event, Rule.ACLED)

    assert (found.low, found.high, found.open_above, found.is_sum) == (14, 14, False, True)
    assert reasons(found) == {1: LeftOutReason.OTHER_NUMBER, 3: LeftOutReason.NOT_LOWEST}


def test_acled_takes_the_incidents_lowest_where_no_attack_has_a_number() -> None:
    event = record(count(1, exactly(30)), count(2, exactly(28)), count(3, vague(), attack=1), attacks=1)

    found = killed(event, Rule.ACLED)

    assert (found.low, found.high, found.is_sum) == (28, 28, False)


def test_without_any_number_the_figure_names_every_claim_it_leaves_out() -> None:
    event = record(
        count(1, exactly(9), rank=Rank.DEPRECATED, rank_reason="misread"),
        count(2, vague(), attack=1),
        attacks=1,
    )

    found = killed(event)

    assert (found.low, found.is_sum) == (None, False)
    assert reasons(found) == {1: LeftOutReason.DEPRECATED, 2: LeftOutReason.VAGUE}
