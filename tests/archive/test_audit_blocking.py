"""What keeps a record from being published."""

from __future__ import annotations

from typing import Any

import pytest

from archive.audit import Fault, Severity, audit
from archive.record import Attack, Claim, Record, make_record
from archive.vocabulary import About, AttackType, Doubt, Rank, TargetType, WeaponType
from tests.archive.events import balochistan, mastung
from tests.builders import attack, count, exactly, happened_at, place, record, statement

PLACES = [place("district", parent="province"), place("town", parent="district"), place("elsewhere")]


def blocking(event: Record) -> list[tuple[Fault | Doubt, tuple[int, ...]]]:
    return [(found.code, found.claims) for found in audit(event) if found.severity is Severity.BLOCKS]


def typed(number: int, property: str, value: dict[str, Any], **more: Any) -> Claim:
    """A claim of any property, cited to one source."""
    data = {"number": number, "property": property, "value": value, "citations": [{"source": "s1"}]}
    lists = {"attacks": [{"number": 1, "label": "First"}, {"number": 2, "label": "Second"}]}
    sources = [{"key": "s1", "kind": "article", "title": "Title s1"}]
    draft = {"id": "draft", "title": "Draft", "claims": [data | more], "sources": sources} | lists
    return make_record(draft).claims[0]


def test_both_events_can_be_published() -> None:
    assert blocking(balochistan()) == []
    assert blocking(mastung()) == []


def test_an_incident_without_a_claim_is_blocked() -> None:
    assert blocking(record()) == [(Fault.NO_CLAIM, ())]


def test_an_incident_of_withheld_claims_alone_is_blocked() -> None:
    assert blocking(record(statement(1, "Private.", withheld=True))) == [(Fault.NO_CLAIM, ())]


def test_a_claim_without_a_citation_is_blocked() -> None:
    assert blocking(record(count(1, exactly(2), ()))) == [(Fault.UNCITED, (1,))]


def test_a_withheld_claim_needs_no_citation() -> None:
    assert blocking(record(statement(1, "A bomb."), statement(2, "N. died.", (), withheld=True))) == []


@pytest.mark.parametrize("rank", [Rank.PREFERRED, Rank.DEPRECATED])
def test_a_rank_needs_a_reason(rank: Rank) -> None:
    assert blocking(record(count(1, exactly(2), rank=rank))) == [(Fault.RANK_UNEXPLAINED, (1,))]


def test_a_supersession_needs_a_reason() -> None:
    event = record(count(1, exactly(2), superseded_by=2), count(2, exactly(3)))

    assert blocking(event) == [(Fault.SUPERSESSION_UNEXPLAINED, (1,))]


@pytest.mark.parametrize(
    ("settled", "claimed", "backed"),
    [
        ("2024-02-07", "2024-02-07", True),
        ("2024-02-07", "[2024-02-07,2024-02-08]", True),
        ("2024-02-07", "../2024-02-08", True),
        ("2024-02", "2024-02-07", False),
        ("2024-02-07", "2024-02-08", False),
        ("2024-02-07/..", "2024-02-07", False),
    ],
)
def test_a_settled_date_is_backed_by_a_claim_that_allows_all_of_it(
    settled: str, claimed: str, backed: bool
) -> None:
    event = record(typed(1, "date", {"edtf": claimed}), date=settled)

    assert blocking(event) == ([] if backed else [(Fault.UNBACKED, ())])


@pytest.mark.parametrize(
    ("claimed", "backed"), [("district", True), ("town", True), ("province", True), ("elsewhere", False)]
)
def test_a_settled_place_is_backed_by_a_claim_of_it_or_of_one_around_or_inside(
    claimed: str, backed: bool
) -> None:
    event = record(happened_at(1, claimed), place="district", entities=PLACES)

    assert blocking(event) == ([] if backed else [(Fault.UNBACKED, ())])


@pytest.mark.parametrize(
    ("settled", "property"),
    [
        (attack(1, type=AttackType.BOMBING), "attack_type"),
        (attack(1, target=TargetType.ELECTION), "target"),
        (attack(1, weapon=WeaponType.EXPLOSIVES), "weapon"),
    ],
)
def test_a_settled_kind_is_backed_by_a_claim_of_that_kind(settled: Attack, property: str) -> None:
    kind = settled.type or settled.target or settled.weapon
    same = record(typed(1, property, {"type": kind}), attacks=[settled])
    other = record(typed(1, property, {"type": "unknown"}), attacks=[settled])

    assert blocking(same) == []
    assert blocking(other) == [(Fault.UNBACKED, ())]


def test_an_attacks_column_is_not_backed_by_a_claim_about_another_attack() -> None:
    settled = [attack(1, place="town"), attack(2)]
    event = record(happened_at(1, "town", attack=2), attacks=settled, entities=PLACES)

    assert blocking(event) == [(Fault.UNBACKED, ())]
    assert "place of attack 1 (Attack 1)" in audit(event)[0].message


def test_a_claim_about_an_attack_backs_the_incidents_column() -> None:
    event = record(happened_at(1, "town", attack=1), attacks=1, place="province", entities=PLACES)

    assert blocking(event) == []


def test_neither_a_deprecated_claim_nor_context_backs_a_column() -> None:
    event = record(
        happened_at(1, "town", rank=Rank.DEPRECATED, rank_reason="misread"),
        happened_at(2, "town", about=About.CONTEXT),
        place="town",
        entities=PLACES,
    )

    assert blocking(event) == [(Fault.UNBACKED, ())]


def test_an_attacks_date_needs_backing_of_its_own() -> None:
    event = record(statement(1, "A bomb."), attacks=[attack(1, date="2024-02-07")])

    assert "“7 February 2024”" in audit(event)[0].message
    assert audit(event)[0].attack == 1
