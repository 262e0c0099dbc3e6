"""What each rule makes of the claims on one topic."""

from __future__ import annotations

import pytest

from archive.figures import figure, figures_by_rule
from archive.record import Claimant, Figure, Quantity, QuantityClaim, Record
from archive.vocabulary import (
    About,
    ClaimantKind,
    LeftOutReason,
    Population,
    Property,
    Rank,
    Reliance,
    Rule,
)
from tests.builders import (
    at_least,
    at_most,
    between,
    between_or_more,
    count,
    estimate,
    exactly,
    fewer_than,
    more_than,
    record,
    roughly,
    source,
    vague,
)

OFFICIAL = Claimant(role="police", kind=ClaimantKind.OFFICIAL)


def killed(event: Record, rule: Rule = Rule.ARCHIVE) -> Figure:
    return figure(event, Property.KILLED, rule=rule)


def reasons(found: Figure) -> dict[int, LeftOutReason]:
    return {item.claim: item.reason for item in found.left_out}


@pytest.mark.parametrize(
    ("value", "low", "best", "high", "above", "below"),
    [
        (exactly(12), 12, 12, 12, False, False),
        (roughly(12), 12, 12, 12, False, False),
        (at_least(12), 12, None, 12, True, False),
        (more_than(12), 12, None, 12, True, False),
        (at_most(12), 12, None, 12, False, True),
        (fewer_than(12), 12, None, 12, False, True),
        (between(10, 12), 10, None, 12, False, False),
        (between_or_more(10, 12), 10, None, 12, True, False),
        (estimate(low=10, best=11, high=12), 10, 11, 12, False, False),
        (estimate(low=12, best=5, high=8), 5, 5, 12, False, False),
        (estimate(high=12), 12, None, 12, False, False),
        (exactly(0), 0, 0, 0, False, False),
    ],
)
def test_a_single_claim_gives_the_numbers_it_states(
    value: Quantity, low: int, best: int | None, high: int, above: bool, below: bool
) -> None:
    found = killed(record(count(1, value)))

    assert (found.low, found.best, found.high) == (low, best, high)
    assert (found.open_above, found.open_below) == (above, below)


def test_a_vague_claim_gives_no_number_and_is_left_out() -> None:
    found = killed(record(count(1, vague())))

    assert (found.low, found.high, found.open_above) == (None, None, False)
    assert reasons(found) == {1: LeftOutReason.VAGUE}


def test_a_topic_of_which_nobody_speaks_has_an_empty_figure() -> None:
    found = killed(record())

    assert (found.low, found.used, found.left_out) == (None, (), ())


@pytest.mark.parametrize(
    ("other", "best"),
    [
        (exactly(12), 12),
        (at_least(10), 12),
        (between(10, 14), 12),
        (exactly(13), None),
        (at_least(13), None),
        (between(14, 16), None),
        (more_than(12), None),
        (fewer_than(12), None),
        (at_most(12), 12),
        (fewer_than(13), 12),
    ],
)
def test_a_best_number_needs_every_claim_in_use_to_admit_it(other: Quantity, best: int | None) -> None:
    assert killed(record(count(1, exactly(12)), count(2, other))).best == best


def test_preferred_claims_put_the_normal_ones_aside() -> None:
    event = record(count(1, exactly(12), rank=Rank.PREFERRED, rank_reason="census"), count(2, exactly(14)))

    found = killed(event)

    assert (found.low, found.high, reasons(found)) == (12, 12, {2: LeftOutReason.NOT_PREFERRED})


def test_a_preferred_claim_without_a_number_puts_nothing_aside() -> None:
    event = record(count(1, vague(), rank=Rank.PREFERRED, rank_reason="careful"), count(2, exactly(14)))

    assert killed(event).best == 14


def test_deprecated_claims_are_never_used() -> None:
    event = record(count(1, exactly(12), rank=Rank.DEPRECATED, rank_reason="misread"))

    assert reasons(killed(event, Rule.SPAN)) == {1: LeftOutReason.DEPRECATED}


def test_the_lowest_is_one_number_with_nothing_open() -> None:
    found = killed(record(count(1, at_least(12)), count(2, between(14, 20))), Rule.LOWEST)

    assert (found.low, found.high, found.open_above) == (12, 12, False)
    assert reasons(found) == {2: LeftOutReason.NOT_LOWEST}


def test_the_highest_is_one_number_that_may_be_open_above() -> None:
    found = killed(
        record(count(1, at_least(12)), count(2, between(14, 20)), count(3, exactly(9))), Rule.HIGHEST
    )

    assert (found.low, found.high, found.open_above) == (20, 20, True)
    assert reasons(found) == {3: LeftOutReason.NOT_HIGHEST}


def test_a_best_number_off_the_one_number_of_a_rule_is_not_given() -> None:
    found = killed(record(count(1, estimate(low=10, best=15, high=20))), Rule.LOWEST)

    assert (found.low, found.best, found.high) == (10, None, 10)


def test_the_latest_day_wins_even_against_a_superseding_claim() -> None:
    event = record(
        count(1, exactly(12), claimed_on="2024-02-07"),
        count(2, exactly(14), claimed_on="2024-02-09"),
        count(3, exactly(16)),
    )

    found = killed(event, Rule.LATEST)

    assert found.best == 14
    assert reasons(found) == {1: LeftOutReason.NOT_LATEST, 3: LeftOutReason.NOT_LATEST}


def test_undated_claims_are_the_latest_only_where_none_is_dated() -> None:
    assert killed(record(count(1, exactly(16))), Rule.LATEST).best == 16


def test_the_official_rule_hears_officials_alone() -> None:
    event = record(count(1, exactly(12), claimant=OFFICIAL), count(2, exactly(14)))

    found = killed(event, Rule.OFFICIAL)

    assert (found.best, reasons(found)) == (12, {2: LeftOutReason.NOT_OFFICIAL})


def test_an_official_count_is_not_superseded_by_one_that_is_not_official() -> None:
    event = record(
        count(1, exactly(12), claimant=OFFICIAL, superseded_by=2, superseded_reason="raised"),
        count(2, exactly(14)),
    )

    assert killed(event, Rule.OFFICIAL).best == 12


def test_populations_are_never_mixed() -> None:
    event = record(
        count(1, exactly(12)),
        count(2, exactly(3, population=Population.CIVILIANS)),
        count(3, exactly(12, population=Population.ALL)),
    )

    assert killed(event).used == (1, 3)
    assert figure(event, Property.KILLED, population=Population.CIVILIANS).used == (2,)


def test_every_rule_gives_the_figures_of_the_same_topics() -> None:
    event = record(count(1, exactly(12)), count(2, exactly(3), attack=1, measure=Property.INJURED), attacks=1)

    topics = {
        rule: [(found.measure, found.attack) for found in found_under]
        for rule, found_under in figures_by_rule(event).items()
    }

    assert set(topics) == set(Rule)
    for listed in topics.values():
        assert listed == [(Property.KILLED, None), (Property.INJURED, None), (Property.INJURED, 1)]


def test_a_property_that_counts_nobody_has_no_figure() -> None:
    with pytest.raises(ValueError, match="“weapon” counts nobody"):
        figure(record(), Property.WEAPON)


@pytest.mark.parametrize(
    ("about", "attack"), [(About.CONTEXT, None), (About.ATTACK, None), (About.INCIDENT, 1)]
)
def test_a_figure_is_about_the_incident_or_one_attack(about: About, attack: int | None) -> None:
    with pytest.raises(ValueError, match="about the incident, or about an attack"):
        figure(record(attacks=1), Property.KILLED, about=about, attack=attack)


def gtd(*claims: QuantityClaim, **days: str | None) -> Figure:
    return killed(record(*claims, entities=[source(key, day) for key, day in days.items()]), Rule.GTD)


def test_gtd_follows_the_most_recent_sources_where_they_agree() -> None:
    found = gtd(
        count(1, exactly(12), "a"),
        count(2, exactly(12), "b"),
        count(3, at_least(14), "c"),
        count(4, exactly(14), "d"),
        a="2024-02-07",
        b="2024-02-07",
        c="2024-02-09",
        d="2024-02-09",
    )

    assert (found.low, found.high, found.open_above, found.used) == (14, 14, False, (3, 4))
    assert reasons(found) == {1: LeftOutReason.OTHER_NUMBER, 2: LeftOutReason.OTHER_NUMBER}


def test_gtd_follows_the_majority_where_the_most_recent_differ() -> None:
    found = gtd(
        count(1, exactly(12), "a"),
        count(2, exactly(12), "b"),
        count(3, exactly(14), "c"),
        count(4, exactly(12), "d"),
        a="2024-02-07",
        b="2024-02-07",
        c="2024-02-09",
        d="2024-02-09",
    )

    assert found.best == 12


def test_gtd_takes_the_lowest_where_there_is_no_majority() -> None:
    found = gtd(count(1, exactly(16), "a"), count(2, exactly(14), "b"), a="2024-02-09", b="2024-02-09")

    assert found.best == 14


def test_gtd_hears_each_source_at_its_latest_count() -> None:
    found = gtd(
        count(1, exactly(85), "a", superseded_by=2, superseded_reason="edited"),
        count(2, exactly(128), "a"),
        a="2018-07-13",
    )

    assert found.best == 128


def test_gtd_takes_no_source_that_only_repeats_another() -> None:
    repeats = [{"how": Reliance.SUMMARISES, "source": "a"}]
    event = record(
        count(1, exactly(12), "a"),
        count(2, exactly(14), "row"),
        entities=[source("a", "2024-02-07"), source("row", "2024-03-01", relies_on=repeats)],
    )

    assert killed(event, Rule.GTD).best == 12


def test_gtd_counts_claims_without_a_citation_as_one_voice() -> None:
    event = record(count(1, exactly(12), ()), count(2, exactly(14), ()))

    assert killed(event, Rule.GTD).best == 12


def test_gtd_hears_only_the_selected_sources() -> None:
    event = record(count(1, exactly(12), "a"), count(2, exactly(12), ("a", "b")), count(3, exactly(9), "b"))

    found = figure(event, Property.KILLED, rule=Rule.GTD, sources=frozenset({"a"}))

    assert (found.best, reasons(found)) == (12, {3: LeftOutReason.OTHER_SOURCE})
