"""What holds of the figures of any record."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.figures import figure, figures, for_readers
from archive.record import Figure, QuantityClaim, Record
from archive.vocabulary import About, Property, Qualifier, Rank, Rule
from tests.builders import count, vague
from tests.strategies import records

RULES = st.sampled_from(list(Rule))
DAYS = st.dates(date(2017, 1, 1), date(2027, 12, 31))

Numbers = tuple[int | None, int | None, int | None, bool, bool]


def numbers(found: Figure) -> Numbers:
    return found.low, found.best, found.high, found.open_above, found.open_below


def counts(record: Record) -> dict[int, QuantityClaim]:
    return {claim.number: claim for claim in record.claims if isinstance(claim, QuantityClaim)}


@given(records(), RULES)
def test_every_figure_runs_upwards_with_its_best_inside(record: Record, rule: Rule) -> None:
    for found in figures(record, rule=rule):
        assert (found.low is None) == (found.high is None) == (not found.used)
        if found.low is not None and found.high is not None:
            assert found.low <= (found.low if found.best is None else found.best) <= found.high


@given(records())
def test_the_archives_figure_of_an_attack_lies_within_the_span(record: Record) -> None:
    spans = {(f.measure, f.population, f.attack): f for f in figures(record, rule=Rule.SPAN)}
    for found in figures(record):
        span = spans[found.measure, found.population, found.attack]
        if found.attack and found.low is not None and found.high is not None:
            assert span.low is not None
            assert span.high is not None
            assert span.low <= found.low <= found.high <= span.high


@given(records(), RULES, st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(record: Record, rule: Rule, random: Random) -> None:
    shuffled = list(record.claims)
    random.shuffle(shuffled)

    assert figures(record.model_copy(update={"claims": tuple(shuffled)}), rule=rule) == figures(
        record, rule=rule
    )


@given(records(), RULES)
def test_a_vague_claim_never_changes_a_number(record: Record, rule: Rule) -> None:
    more = record.model_copy(update={"claims": (*record.claims, count(99, vague(), ()))})

    before, after = (figure(event, Property.KILLED, rule=rule) for event in (record, more))

    assert numbers(before) == numbers(after)


@given(records(), RULES)
def test_deprecated_and_vague_claims_are_never_used(record: Record, rule: Rule) -> None:
    claims = counts(record)
    used = [claims[number] for found in figures(record, rule=rule) for number in found.used]

    assert all(claim.rank is not Rank.DEPRECATED for claim in used)
    assert all(claim.value.qualifier is not Qualifier.VAGUE for claim in used)
    assert all(claim.about is not About.CONTEXT for claim in used)


@given(records(), RULES)
def test_every_claim_on_the_topic_of_an_attack_is_used_or_left_out_once(record: Record, rule: Rule) -> None:
    for found in figures(record, rule=rule):
        if found.attack:
            on_topic = [
                number
                for number, claim in counts(record).items()
                if claim.attack == found.attack
                and claim.property is found.measure
                and (claim.value.population in ("all", "unstated")) == (found.population == "all")
                and found.population in ("all", claim.value.population)
            ]
            assert sorted([*found.used, *(item.claim for item in found.left_out)]) == sorted(on_topic)


@given(records(), RULES)
def test_no_claim_is_named_twice_by_a_figure(record: Record, rule: Rule) -> None:
    for found in figures(record, rule=rule):
        named = [*found.used, *(item.claim for item in found.left_out)]
        assert len(named) == len(set(named))


@given(records(), DAYS, DAYS)
def test_what_the_span_of_an_attack_used_on_a_day_it_uses_on_every_later_day(
    record: Record, one: date, other: date
) -> None:
    earlier, later = (
        {
            claim
            for found in figures(record, rule=Rule.SPAN, known_at=day)
            for claim in found.used
            if found.attack
        }
        for day in sorted((one, other))
    )

    assert earlier <= later


@pytest.mark.parametrize("rule", [Rule.LOWEST, Rule.ACLED, Rule.GTD])
@given(record=records())
def test_some_rules_never_leave_a_figure_open(rule: Rule, record: Record) -> None:
    assert not any(found.open_above for found in figures(record, rule=rule))


@given(records())
def test_what_readers_get_is_a_valid_record_without_a_withheld_claim(record: Record) -> None:
    shown = for_readers(record)

    assert Record.model_validate(shown.model_dump(by_alias=True)) == shown
    assert not any(claim.withheld for claim in shown.claims)
