"""What readers are warned of, in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given

from archive.audit import Finding, Severity, audit
from archive.record import Citation, Claimant, Quantity, Record
from archive.vocabulary import ClaimantKind, Doubt, Population, Reliance, Stance
from tests.archive.events import balochistan, mastung
from tests.builders import (
    at_least,
    at_most,
    between,
    count,
    estimate,
    exactly,
    publication,
    record,
    roughly,
    source,
    vague,
)
from tests.strategies import records


def found(event: Record, code: Doubt) -> list[Finding]:
    return [finding for finding in audit(event) if finding.code is code]


def messages(event: Record, code: Doubt) -> list[str]:
    return [finding.message for finding in found(event, code)]


def test_the_lead_of_the_balochistan_article_does_not_match_its_parts() -> None:
    killed = found(balochistan(), Doubt.TOTAL_DIFFERS)[0]

    assert killed.message == (
        "“Title s2” states at least 30 killed in all, "
        "but its own numbers for the attacks add up to 28 (16 + 12)."
    )
    assert (killed.claims, killed.sources, killed.severity) == ((4, 7, 9), ("s2",), Severity.WARNS)


def test_the_total_and_the_parts_of_its_first_source_do_add_up() -> None:
    assert all(finding.sources == ("s2",) for finding in found(balochistan(), Doubt.TOTAL_DIFFERS))


def test_its_sources_that_contradict_themselves_are_named() -> None:
    assert messages(balochistan(), Doubt.CONTRADICTS_ITSELF) == [
        "“Title s2” states different numbers of killed for the incident as a whole: "
        "28–30 or more and at least 30.",
        "“Title s1” states different numbers of killed for attack 1 (Pishin): 14 and at least 14.",
    ]


def test_a_page_edited_in_place_changed_its_count() -> None:
    assert messages(mastung(), Doubt.CHANGED_COUNT) == [
        "“Title dawn” changed its count of killed for the incident as a whole from 85 to 128."
    ]
    assert found(mastung(), Doubt.CONTRADICTS_ITSELF) == []


def test_a_source_may_change_its_count_and_still_contradict_itself() -> None:
    event = record(
        count(1, exactly(10), superseded_by=2, superseded_reason="edited"),
        count(2, exactly(12)),
        count(3, exactly(14)),
    )

    codes = [finding.code for finding in audit(event) if finding.sources == ("s1",)]

    assert codes[:2] == [Doubt.CONTRADICTS_ITSELF, Doubt.CHANGED_COUNT]


def test_a_count_repeated_after_a_change_is_no_news() -> None:
    event = record(count(1, exactly(10), superseded_by=2, superseded_reason="edited"), count(2, roughly(10)))

    assert audit(event) == ()


def test_two_people_quoted_by_one_source_do_not_make_it_contradict_itself() -> None:
    police = Claimant(role="police", kind=ClaimantKind.OFFICIAL)
    event = record(count(1, exactly(10), claimant=police), count(2, exactly(12)))

    assert found(event, Doubt.CONTRADICTS_ITSELF) == []


def test_different_populations_are_no_contradiction() -> None:
    event = record(count(1, exactly(10)), count(2, exactly(4, population=Population.CIVILIANS)))

    assert audit(event) == ()


def test_a_total_is_compared_only_where_every_attack_has_a_number() -> None:
    event = record(
        count(1, exactly(30)), count(2, exactly(10), attack=1), count(3, vague(), attack=2), attacks=2
    )

    assert audit(event) == ()


def test_the_total_of_a_single_attack_is_not_compared() -> None:
    event = record(count(1, exactly(30)), count(2, exactly(10), attack=1), attacks=1)

    assert found(event, Doubt.TOTAL_DIFFERS) == []


@pytest.mark.parametrize(
    ("total", "differs"), [(at_least(20), False), (exactly(20), True), (at_least(30), True)]
)
def test_a_total_that_leaves_room_for_its_parts_is_not_reported(total: Quantity, differs: bool) -> None:
    event = record(
        count(1, total), count(2, exactly(10), attack=1), count(3, exactly(12), attack=2), attacks=2
    )

    assert bool(found(event, Doubt.TOTAL_DIFFERS)) is differs


def test_the_population_of_a_total_is_named() -> None:
    civilians = Population.CIVILIANS
    event = record(
        count(1, exactly(30, population=civilians)),
        count(2, exactly(10, population=civilians), attack=1),
        count(3, exactly(12, population=civilians), attack=2),
        attacks=2,
    )

    assert messages(event, Doubt.TOTAL_DIFFERS) == [
        "“Title s1” states 30 killed (civilians) in all, "
        "but its own numbers for the attacks add up to 22 (10 + 12)."
    ]


def test_equal_totals_with_different_parts_are_reported() -> None:
    event = record(
        count(1, exactly(24), ("a", "b")),
        count(2, exactly(14), "a", attack=1),
        count(3, exactly(10), "a", attack=2),
        count(4, between(11, 12), "b", attack=1),
        count(5, between(12, 13), "b", attack=2),
        attacks=2,
    )

    assert messages(event, Doubt.PARTS_DIFFER) == [
        "“Title a” and “Title b” state the same total of 24 killed, but differ on attack 1 (Attack 1): "
        "14 against 11–12 and on attack 2 (Attack 2): 10 against 12–13."
    ]
    assert found(event, Doubt.TOTAL_DIFFERS) == []


def test_equal_totals_with_equal_parts_are_not_reported() -> None:
    event = record(count(1, exactly(24), ("a", "b")), count(2, exactly(14), ("a", "b"), attack=1), attacks=1)

    assert found(event, Doubt.PARTS_DIFFER) == []


@pytest.mark.parametrize("how", [Reliance.SYNDICATES, Reliance.SUMMARISES])
def test_sources_that_rest_on_one_source_are_reported(how: Reliance) -> None:
    event = record(
        count(1, exactly(24), ("a", "b")), entities=[source("b", relies_on=[{"how": how, "source": "a"}])]
    )

    assert messages(event, Doubt.ONE_ORIGIN) == [
        "All 2 sources that state a number of killed for the incident as a whole "
        "rest on one origin as far as recorded: “Title a”."
    ]


def test_sources_that_reprint_one_agency_are_reported() -> None:
    reprint = [{"how": Reliance.SYNDICATES, "publication": "ap"}]
    event = record(
        count(1, exactly(24), ("a", "b")),
        entities=[
            source("a", relies_on=reprint),
            source("b", relies_on=reprint),
            publication("other"),
            publication("ap", name="Associated Press"),
        ],
    )

    assert messages(event, Doubt.ONE_ORIGIN)[0].endswith("as far as recorded: Associated Press.")


@pytest.mark.parametrize(
    ("credits", "reported"),
    [
        ([("ap",), ("ap",)], True),
        ([("ap",), ()], False),
        ([("ap",), ("afp",)], False),
        ([("ap", "afp"), ("ap", "afp")], False),
        ([(), ()], False),
    ],
)
def test_numbers_that_every_source_credits_to_one_agency_rest_on_it(
    credits: list[tuple[str, ...]], reported: bool
) -> None:
    citations = [Citation(source=key, reported_via=via) for key, via in zip("ab", credits, strict=True)]
    against = Citation(source="c", stance=Stance.DISPUTES)

    event = record(count(1, exactly(24), citations=(*citations, against)))

    assert bool(found(event, Doubt.ONE_ORIGIN)) is reported


def test_an_estimate_that_does_not_run_upwards_is_reported() -> None:
    event = record(count(1, estimate(low=12, best=9)), count(2, estimate(low=1, high=20)))

    assert messages(event, Doubt.DISORDERED) == [
        "The numbers of claim 1 (killed) are not in order: estimate: best 9, low 12."
    ]


@pytest.mark.parametrize(
    ("one", "other", "reported"),
    [
        (exactly(12), exactly(14), True),
        (exactly(12), at_least(14), True),
        (at_most(10), exactly(12), True),
        (exactly(12), at_least(10), False),
        (at_least(12), at_least(14), False),
        (at_most(10), at_most(12), False),
        (between(10, 12), between(12, 14), False),
    ],
)
def test_claims_in_use_that_exclude_each_other_are_reported(
    one: object, other: object, reported: bool
) -> None:
    event = record(count(1, one, "a"), count(2, other, "b"))  # type: ignore[arg-type]

    assert bool(found(event, Doubt.DISAGREEMENT)) is reported


def test_counts_left_out_disagree_with_nobody() -> None:
    event = record(
        count(1, exactly(10), "a", superseded_by=2, superseded_reason="raised"), count(2, exactly(12), "b")
    )

    assert audit(event) == ()


@given(records())
def test_any_record_can_be_audited_and_every_finding_ends_as_a_sentence(record: Record) -> None:
    assert all(finding.message.endswith(".") for finding in audit(record))
