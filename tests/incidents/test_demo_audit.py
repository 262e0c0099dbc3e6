"""What the audit says of the dossiers: nothing blocks, and the known disagreements are named."""

from __future__ import annotations

import pytest

from archive.audit import Fault, Finding, Severity, audit
from archive.independence import independence
from archive.record import Claim, Record
from archive.vocabulary import Doubt, Property
from tests.sheets import SECOND_SOURCES, SEED_SOURCES, demo_records, second_record, seed_record


def claims_of(record: Record, finding: Finding) -> list[Claim]:
    return [claim for claim in record.claims if claim.number in finding.claims]


def on_killed(record: Record) -> list[tuple[Fault | Doubt, list[str]]]:
    """Each finding on the killed: its code, and its claims as stated."""
    return [
        (finding.code, [claim.stated for claim in claims_of(record, finding)])
        for finding in audit(record)
        if any(claim.property == Property.KILLED for claim in claims_of(record, finding))
    ]


@pytest.mark.parametrize("record", demo_records(), ids=lambda record: record.id)
def test_nothing_keeps_a_dossier_from_being_published(record: Record) -> None:
    assert not [finding for finding in audit(record) if finding.severity is Severity.BLOCKS]


def test_the_encyclopedias_lead_is_set_against_its_parts() -> None:
    assert (Doubt.TOTAL_DIFFERS, ["at least 30", "at least 16", "12"]) in on_killed(seed_record())


def test_the_encyclopedias_box_is_set_against_its_lead() -> None:
    assert (Doubt.CONTRADICTS_ITSELF, ["28 to 30 or more", "at least 30"]) in on_killed(seed_record())


def test_the_news_articles_headline_is_set_against_its_text() -> None:
    assert (Doubt.CONTRADICTS_ITSELF, ["14", "at least 14"]) in on_killed(seed_record())


def test_the_audit_finds_nothing_else_on_the_dead_of_balochistan() -> None:
    assert len(on_killed(seed_record())) == 3


def test_the_news_articles_parts_do_add_up() -> None:
    differing = [finding for finding in audit(seed_record()) if finding.code is Doubt.TOTAL_DIFFERS]
    assert all(finding.sources == (SEED_SOURCES["S2"],) for finding in differing)


def test_the_three_texts_on_balochistan_are_independent_as_far_as_recorded() -> None:
    assert independence(seed_record()).count == 3


def test_the_edited_page_is_said_to_have_changed_its_count() -> None:
    assert on_killed(second_record()) == [(Doubt.CHANGED_COUNT, ["85", "128"])]


def test_the_dataset_row_is_no_voice_of_its_own() -> None:
    row = SECOND_SOURCES["UCDP"]
    groups = [group for group in independence(second_record()).groups if row in group.members]
    assert groups
    assert all(len(group.members) > 1 and row not in group.origins for group in groups)
