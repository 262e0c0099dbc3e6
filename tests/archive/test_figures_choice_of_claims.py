"""Which claims can count: parties, supersession, what was known, and by whom."""

from __future__ import annotations

from datetime import date

import pytest

from archive.dates import Bounds
from archive.figures import claimed_day, figure, known_claims, undated_claims
from archive.record import Citation, Claimant, Figure, Quantity, Record
from archive.vocabulary import (
    About,
    Attribution,
    ClaimantKind,
    LeftOutReason,
    PartAs,
    Population,
    Property,
    Rank,
    Rule,
    Stance,
)
from tests.builders import actor, count, exactly, record, responsible, source, vague

DAY = date(2024, 2, 7)


def reasons(event: Record, rule: Rule = Rule.ARCHIVE) -> dict[int, LeftOutReason]:
    found = figure(event, Property.KILLED, rule=rule)
    return {item.claim: item.reason for item in found.left_out}


def known_on(event: Record, day: date = DAY) -> Figure:
    return figure(event, Property.KILLED, known_at=day)


@pytest.mark.parametrize("speaker", ["group", "mother", "branch", "press", "press-office"])
def test_the_count_of_the_group_or_of_its_kin_or_media_arm_is_a_partys(speaker: str) -> None:
    event = record(
        count(1, exactly(45), claimant=Claimant(actor=speaker)),
        responsible(2, "group", Attribution.SELF_CLAIMED),
        entities=[
            actor("group", part_of="mother", part_as=PartAs.BRANCH),
            actor("branch", part_of="group", part_as=PartAs.BRANCH),
            actor("press", part_of="mother", part_as=PartAs.MEDIA_ARM),
            actor("press-office", part_of="press", part_as=PartAs.MEDIA_ARM),
        ],
    )

    assert reasons(event) == {1: LeftOutReason.PARTY}


def test_the_count_of_a_sister_branch_is_not_a_partys() -> None:
    event = record(
        count(1, exactly(45), claimant=Claimant(actor="sister")),
        responsible(2, "group"),
        entities=[
            actor("group", part_of="mother", part_as=PartAs.BRANCH),
            actor("sister", part_of="mother", part_as=PartAs.BRANCH),
        ],
    )

    assert reasons(event) == {}


def test_a_claimant_of_the_kind_party_is_a_party() -> None:
    event = record(count(1, exactly(45), claimant=Claimant(role="fighters", kind=ClaimantKind.PARTY)))

    assert reasons(event) == {1: LeftOutReason.PARTY}


def test_an_editor_may_prefer_a_partys_count() -> None:
    teller = Claimant(kind=ClaimantKind.PARTY)
    event = record(count(1, exactly(45), claimant=teller, rank=Rank.PREFERRED, rank_reason="checked"))

    assert figure(event, Property.KILLED).best == 45


@pytest.mark.parametrize(
    "named",
    [
        responsible(2, "group", Attribution.DENIED),
        responsible(2, None, Attribution.NONE_NAMED),
        responsible(2, "group", Attribution.SUSPECTED, about=About.CONTEXT),
        responsible(2, "group", rank=Rank.DEPRECATED, rank_reason="misread"),
    ],
    ids=["denied", "nobody named", "context", "deprecated"],
)
def test_who_is_not_named_for_the_incident_is_no_party(named: object) -> None:
    event = record(count(1, exactly(45), claimant=Claimant(actor="group")), named)  # type: ignore[arg-type]

    assert reasons(event) == {}


def test_a_superseded_claim_is_left_out_through_the_whole_chain() -> None:
    event = record(
        count(1, exactly(10), superseded_by=2, superseded_reason="raised"),
        count(2, exactly(12), superseded_by=3, superseded_reason="raised"),
        count(3, exactly(14)),
    )

    assert reasons(event) == {1: LeftOutReason.SUPERSEDED, 2: LeftOutReason.SUPERSEDED}


@pytest.mark.parametrize("newer", [vague(), exactly(12, population=Population.CIVILIANS)])
def test_a_claim_stands_while_the_newer_one_gives_its_figure_no_number(newer: Quantity) -> None:
    event = record(count(1, exactly(10), superseded_by=2, superseded_reason="reworded"), count(2, newer))

    assert figure(event, Property.KILLED).best == 10


def test_a_claim_stands_while_the_newer_one_is_deprecated() -> None:
    event = record(
        count(1, exactly(10), superseded_by=2, superseded_reason="raised"),
        count(2, exactly(12), rank=Rank.DEPRECATED, rank_reason="misread"),
    )

    assert figure(event, Property.KILLED).best == 10


def test_a_claim_stays_superseded_when_only_the_middle_of_its_chain_falls_away() -> None:
    event = record(
        count(1, exactly(10), superseded_by=2, superseded_reason="raised"),
        count(2, exactly(12), rank=Rank.DEPRECATED, rank_reason="x", superseded_by=3, superseded_reason="y"),
        count(3, exactly(14)),
    )

    assert figure(event, Property.KILLED).used == (3,)


def test_a_claim_stands_until_the_newer_one_is_known() -> None:
    event = record(
        count(1, exactly(10), claimed_on="2024-02-07", superseded_by=2, superseded_reason="raised"),
        count(2, exactly(12), claimed_on="2024-02-09"),
    )

    found = known_on(event)

    assert found.used == (1,)
    assert [(item.claim, item.reason) for item in found.left_out] == [(2, LeftOutReason.NOT_KNOWN_YET)]


def test_an_undated_claim_is_known_on_no_day() -> None:
    found = known_on(record(count(1, exactly(10))), date.max)

    assert [(item.claim, item.reason) for item in found.left_out] == [(1, LeftOutReason.UNDATED)]


def test_a_claim_with_an_open_start_may_have_been_known_all_along() -> None:
    assert known_on(record(count(1, exactly(10), claimed_on="../2024-03-01"))).used == (1,)


def test_a_claim_counts_among_selected_sources_if_one_of_them_supports_it() -> None:
    disputed = (Citation(source="s1", stance=Stance.DISPUTES), Citation(source="s2"))
    event = record(count(1, exactly(10), ("s1", "s2")), count(2, exactly(12), citations=disputed))

    found = figure(event, Property.KILLED, sources=frozenset({"s1"}))

    assert found.used == (1,)
    assert [(item.claim, item.reason) for item in found.left_out] == [(2, LeftOutReason.OTHER_SOURCE)]


def day_of_the_claim(event: Record) -> Bounds:
    return claimed_day(event.claims[0], {source.key: source for source in event.sources})


def test_the_day_of_a_claim_is_when_it_was_said() -> None:
    event = record(count(1, exactly(10), claimed_on="2024-02-08"), entities=[source("s1", "2024-02-10")])

    assert day_of_the_claim(event) == Bounds(date(2024, 2, 8), date(2024, 2, 8))


def test_failing_that_it_is_when_the_first_of_its_sources_appeared() -> None:
    event = record(
        count(1, exactly(10), ("s1", "s2", "s3")),
        entities=[source("s1", "2024-02"), source("s2", "2024-01-05/.."), source("s3")],
    )

    assert day_of_the_claim(event) == Bounds(date(2024, 1, 5), date(2024, 2, 29))


def test_the_start_stays_open_where_a_source_has_an_open_start() -> None:
    event = record(
        count(1, exactly(10), ("s1", "s2")),
        entities=[source("s1", "../2024-02-09"), source("s2", "2024-02-08/..")],
    )

    assert day_of_the_claim(event) == Bounds(None, date(2024, 2, 9))


def test_the_end_stays_open_where_every_source_has_an_open_end() -> None:
    event = record(count(1, exactly(10)), entities=[source("s1", "2026/..")])

    assert day_of_the_claim(event) == Bounds(date(2026, 1, 1), None)


def test_the_claims_known_on_a_day_keep_the_order_of_the_page() -> None:
    event = record(
        count(3, exactly(10), claimed_on="2024-02-07"),
        count(1, vague(), claimed_on="2024-02-06"),
        count(2, exactly(12), claimed_on="2024-02-08"),
        count(4, exactly(12)),
    )

    assert [claim.number for claim in known_claims(event, DAY)] == [3, 1]
    assert [claim.number for claim in undated_claims(event)] == [4]
