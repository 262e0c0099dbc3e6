"""Two incidents become one, and two again."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from archive.figures import with_figures
from archive.record import BaseClaim, Record
from incidents.build import build
from incidents.load import load
from incidents.merging import NotMergeable, merge_incidents, part_incidents
from incidents.models import Attack, Claim, Incident, Merge, Snapshot, State
from tests.builders import actor, at_least, attack, count, exactly, record, responsible
from tests.strategies.records import records

pytestmark = pytest.mark.django_db


def first() -> Record:
    """Two attacks; of the second, a count that was raised."""
    older = count(2, at_least(3), attack=2, superseded_by=5, superseded_reason="raised")
    return record(older, count(5, exactly(4), attack=2), attacks=2, id="first", title="First")


def second() -> Record:
    return record(count(1, exactly(9), attack=1), count(3, exactly(8)), attacks=1, id="second")


def merged() -> Merge:
    return merge_incidents(load(first()), load(second()), by=None)


def numbers(incident: str) -> list[int]:
    return [claim.number for claim in Incident.objects.get(key=incident).claims.all()]


def test_claims_and_attacks_move_under_numbers_that_were_never_used() -> None:
    merged()
    whole = build(Incident.objects.get(key="second"))

    assert [claim.number for claim in whole.claims] == [1, 3, 4, 5]
    assert [(claim.attack, claim.superseded_by) for claim in whole.claims][2:] == [(3, 5), (3, None)]
    assert [claim.value for claim in whole.claims[2:]] == [claim.value for claim in first().claims]
    assert not Incident.objects.filter(key="first").exists()


def test_the_record_says_where_the_old_numbers_lead() -> None:
    merged()
    told = build(Incident.objects.get(key="second")).merged[0]

    assert told.id == "first"
    assert [(pair.old, pair.new) for pair in told.claims] == [(2, 4), (5, 5)]
    assert [(pair.old, pair.new) for pair in told.attacks] == [(1, 2), (2, 3)]


def test_the_next_number_comes_after_all_that_moved() -> None:
    merged()
    incident = Incident.objects.get(key="second")

    assert Claim.objects.create(incident=incident, property="motive", text="Gain").number == 6
    assert Attack.objects.create(incident=incident, label="Next").number == 4


def test_what_results_is_a_draft() -> None:
    into = load(second())
    Incident.objects.filter(pk=into.pk).update(state=State.APPROVED)
    merge_incidents(load(first()), into, by=None)

    assert Incident.objects.get(pk=into.pk).state == State.DRAFT


def test_both_are_kept_as_they_were_before_and_after() -> None:
    merged()

    assert [bool(one.text) for one in Snapshot.objects.of("incidents", "first")] == [False, True]
    assert len(Snapshot.objects.of("incidents", "second")) == 2


def test_an_incident_is_not_merged_into_itself() -> None:
    incident = load(first())

    with pytest.raises(NotMergeable, match="into itself"):
        merge_incidents(incident, incident, by=None)


def test_merges_in_a_chain_lead_to_the_last_incident() -> None:
    merged()
    third = load(record(count(7, exactly(1)), attacks=[attack(4)], id="third"))
    merge_incidents(Incident.objects.get(key="second"), third, by=None)
    told = {one.id: one for one in build(third).merged}

    assert [(pair.old, pair.new) for pair in told["second"].claims] == [(1, 8), (3, 9), (4, 10), (5, 11)]
    assert [(pair.old, pair.new) for pair in told["first"].claims] == [(2, 10), (5, 11)]
    assert [(pair.old, pair.new) for pair in told["first"].attacks] == [(1, 6), (2, 7)]


def unchecked(one: Record) -> Record:
    """The record as an archive keeps it that has no stored copy to look quotes up in."""
    return one.model_copy(update={"claims": tuple(map(_unchecked, one.claims))})


def _unchecked(claim: BaseClaim) -> BaseClaim:
    citations = (each.model_copy(update={"checked": None}) for each in claim.citations)
    return claim.model_copy(update={"citations": tuple(citations)})


@given(records().map(unchecked), records().map(unchecked))
@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
def test_undoing_a_merge_brings_both_back_as_they_were(one: Record, other: Record) -> None:
    gone, into = one.model_copy(update={"id": "gone"}), other.model_copy(update={"id": "into", "merged": ()})
    with transaction.atomic():
        into_row, gone_row = load(into), load(gone)
        expected = build(gone_row), build(into_row)
        back = part_incidents(merge_incidents(gone_row, into_row, by=None), by=None)
        found = build(back), build(into_row)
        transaction.set_rollback(True)

    assert found == expected
    assert found[0].claims == with_figures(gone).claims


def test_what_was_edited_since_goes_back_with_its_claim() -> None:
    done = merged()
    Claim.objects.filter(incident__key="second", number=4).update(stated="three dead")
    back = part_incidents(done, by=None)

    assert back.claims.get(number=2).stated == "three dead"
    assert numbers("second") == [1, 3]


def test_what_was_deleted_since_stays_deleted() -> None:
    done = merged()
    Claim.objects.get(incident__key="second", number=4).delete()
    part_incidents(done, by=None)

    assert numbers("first") == [5]


def test_numbers_go_on_where_the_incident_was_merged() -> None:
    back = part_incidents(merged(), by=None)

    assert (back.next_claim_number, back.next_attack_number) == (6, 3)


def test_what_names_the_other_side_since_stands_in_the_way_of_undoing() -> None:
    done = merged()
    Claim.objects.filter(incident__key="second", number__gte=4).update(
        attack=Attack.objects.get(incident__key="second", number=1)
    )

    with pytest.raises(NotMergeable, match="Claim 4 goes back, but it names attack 1"):
        part_incidents(done, by=None)
    assert not Incident.objects.filter(key="first").exists()


def test_merges_in_a_chain_are_undone_from_the_last() -> None:
    done = merged()
    before = build(Incident.objects.get(key="second"))
    onwards = merge_incidents(
        Incident.objects.get(key="second"), load(record(count(7, exactly(1)), id="third")), by=None
    )

    with pytest.raises(NotMergeable, match="“second” was merged into “third” since: undo that merge first"):
        part_incidents(done, by=None)
    assert build(part_incidents(onwards, by=None)) == before
    assert build(part_incidents(done, by=None)) == with_figures(first())


def test_a_merge_is_undone_once() -> None:
    done = merged()
    part_incidents(done, by=None)

    with pytest.raises(NotMergeable, match="undone already"):
        part_incidents(done, by=None)


def test_a_place_that_is_gone_stands_in_the_way_of_undoing() -> None:
    gone = load(record(count(1, exactly(3)), id="first", place="town"))
    done = merge_incidents(gone, load(second()), by=None)
    assert gone.place is not None
    gone.place.delete()

    with pytest.raises(NotMergeable, match="The place of “An event \\(first\\)” is no longer at the desk"):
        part_incidents(done, by=None)


def test_entities_stay_where_both_incidents_name_them() -> None:
    naming = [record(responsible(1, "group"), entities=[actor("group")], id=key) for key in ("a", "b")]
    whole = load(naming[1])
    merge_incidents(load(naming[0]), whole, by=None)

    assert [one.key for one in build(whole).actors] == ["group"]
