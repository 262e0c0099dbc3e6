"""The figures that the plan and the fact sheets of the two events demand."""

from __future__ import annotations

from datetime import date

import pytest

from archive.figures import figure
from archive.record import Figure, LeftOut
from archive.vocabulary import About, LeftOutReason, Property, Rule
from tests.archive.events import balochistan, mastung

KILLED = Property.KILLED

Numbers = tuple[int | None, int | None, int | None, bool]


def numbers(figure: Figure) -> Numbers:
    """Low, best, high, open above."""
    return figure.low, figure.best, figure.high, figure.open_above


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule.ARCHIVE, (28, None, 30, True)),
        (Rule.SPAN, (24, None, 30, True)),
        (Rule.LOWEST, (24, None, 24, False)),
        (Rule.HIGHEST, (30, None, 30, True)),
        (Rule.LATEST, (28, None, 30, True)),
        (Rule.OFFICIAL, (None, None, None, False)),
        (Rule.ACLED, (24, None, 24, False)),
        (Rule.GTD, (28, None, 28, False)),
    ],
)
def test_the_killed_of_the_balochistan_bombings(rule: Rule, expected: Numbers) -> None:
    assert numbers(figure(balochistan(), KILLED, rule=rule)) == expected


@pytest.mark.parametrize(
    ("attack", "rule", "expected"),
    [
        (1, Rule.ARCHIVE, (16, None, 16, True)),
        (2, Rule.ARCHIVE, (12, 12, 12, False)),
        (1, Rule.SPAN, (14, None, 16, True)),
        (2, Rule.SPAN, (10, 12, 12, True)),
    ],
)
def test_the_killed_of_each_of_its_attacks(attack: int, rule: Rule, expected: Numbers) -> None:
    found = figure(balochistan(), KILLED, about=About.ATTACK, attack=attack, rule=rule)

    assert numbers(found) == expected


def test_its_attacks_add_up_to_28_or_more_where_nobody_counts_the_whole() -> None:
    event = balochistan()
    attacks_only = event.model_copy(update={"claims": tuple(claim for claim in event.claims if claim.attack)})

    found = figure(attacks_only, KILLED)

    assert (numbers(found), found.is_sum) == ((28, None, 28, True), True)


@pytest.mark.parametrize(
    ("rule", "expected"), [(Rule.ARCHIVE, (28, None, 28, True)), (Rule.SPAN, (24, None, 28, True))]
)
def test_what_could_be_known_of_it_on_the_day(rule: Rule, expected: Numbers) -> None:
    assert numbers(figure(balochistan(), KILLED, rule=rule, known_at=date(2024, 2, 7))) == expected


def test_by_its_first_source_alone_the_superseded_count_stands() -> None:
    found = figure(balochistan(), KILLED, sources=frozenset({"s1"}))

    assert numbers(found) == (24, None, 24, True)


def test_the_dozens_of_injured_never_become_a_number() -> None:
    found = figure(balochistan(), Property.INJURED)

    assert LeftOut(claim=10, reason=LeftOutReason.VAGUE) in found.left_out
    assert numbers(found) == (40, None, 40, True)


def test_the_attackers_own_count_is_left_out_as_a_partys() -> None:
    found = figure(balochistan(), Property.KILLED_OR_INJURED)

    assert numbers(found) == (None, None, None, False)
    assert found.left_out == tuple(LeftOut(claim=n, reason=LeftOutReason.PARTY) for n in (17, 18))


def test_killed_and_injured_together_never_enter_the_killed() -> None:
    found = figure(balochistan(), KILLED, rule=Rule.SPAN, about=About.ATTACK, attack=1)

    assert 17 not in {*found.used, *(item.claim for item in found.left_out)}


@pytest.mark.parametrize(
    ("rule", "known_at", "expected"),
    [
        (Rule.ARCHIVE, None, (149, 149, 149, False)),
        (Rule.SPAN, None, (85, None, 149, False)),
        (Rule.ARCHIVE, date(2018, 7, 13), (128, 128, 128, False)),
        (Rule.SPAN, date(2018, 7, 13), (85, None, 128, False)),
        (Rule.ARCHIVE, date(2018, 7, 15), (128, 128, 128, False)),
        (Rule.ARCHIVE, date(2018, 7, 20), (149, 149, 149, False)),
        (Rule.GTD, None, (149, 149, 149, False)),
        (Rule.GTD, date(2018, 7, 13), (128, 128, 128, False)),
    ],
)
def test_the_killed_of_the_mastung_bombing(rule: Rule, known_at: date | None, expected: Numbers) -> None:
    assert numbers(figure(mastung(), KILLED, rule=rule, known_at=known_at)) == expected


def test_a_count_that_adds_another_towns_dead_is_context_and_not_counted() -> None:
    found = figure(mastung(), KILLED, rule=Rule.SPAN)

    assert 13 not in {*found.used, *(item.claim for item in found.left_out)}
