"""What is loaded comes back from the builder as it was."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings

from archive.figures import with_figures
from archive.record import Record, RecordError
from archive.vocabulary import Rule
from incidents.build import build
from incidents.load import load
from incidents.models import Attack, Citation, Claim, Incident
from incidents.publishing import publish
from sources.models import Source
from tests.builders import at_least, attack, cited, count, exactly, place, record, source
from tests.sheets import second_record, seed_record
from tests.strategies.records import records

pytestmark = pytest.mark.django_db


@given(records())
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
def test_any_record_comes_back_as_it_was(given_record: Record) -> None:
    assert build(load(given_record)) == with_figures(given_record)


@pytest.mark.parametrize("event", [seed_record(), second_record()], ids=lambda event: event.id)
def test_both_events_come_back_as_they_were(event: Record) -> None:
    assert build(load(event)) == with_figures(event)


def test_a_record_with_its_own_figures_is_loaded() -> None:
    event = with_figures(seed_record())

    assert build(load(event)) == event


def test_a_figure_that_does_not_follow_from_the_claims_is_named_and_nothing_is_loaded() -> None:
    event = with_figures(record(count(1, exactly(3))))
    forged = event.figures[0].model_copy(update={"high": 9})

    with pytest.raises(RecordError, match="killed of the incident"):
        load(event.model_copy(update={"figures": (forged,)}))
    assert not Incident.objects.exists()


def test_loading_again_keeps_the_rows_of_claims_and_attacks() -> None:
    event = record(count(1, exactly(3)), count(2, exactly(4), attack=1), attacks=1)
    load(event)
    before = set(Claim.objects.values_list("pk")), set(Attack.objects.values_list("pk"))
    load(event)

    assert (set(Claim.objects.values_list("pk")), set(Attack.objects.values_list("pk"))) == before


def test_a_claim_that_the_new_record_lacks_is_deleted_and_its_number_is_not_given_again() -> None:
    load(record(count(1, exactly(3)), count(7, exactly(4))))
    incident = load(record(count(1, exactly(3))))

    assert [claim.number for claim in incident.claims.all()] == [1]
    assert Claim.objects.create(incident=incident, property="motive", text="Revenge").number == 8


def test_numbers_that_were_published_are_not_given_again_where_the_desk_lost_the_incident() -> None:
    publish(load(record(count(1, exactly(3)), count(9, exactly(4), attack=4), attacks=[attack(4)])), by=None)
    Incident.objects.all().delete()
    incident = load(record(count(1, exactly(3))))

    assert (incident.next_claim_number, incident.next_attack_number) == (10, 5)


def test_an_attack_that_the_new_record_lacks_is_deleted_with_the_claims_about_it() -> None:
    load(record(count(1, exactly(3), attack=1), count(2, exactly(3), attack=2), attacks=2))
    incident = load(record(count(1, exactly(3), attack=1), attacks=1))

    assert [attack.number for attack in incident.attacks.all()] == [1]
    assert incident.next_attack_number == 3


def test_a_chain_of_superseded_claims_can_be_replaced_by_its_reverse() -> None:
    load(record(count(1, at_least(3), superseded_by=2, superseded_reason="raised"), count(2, exactly(4))))
    turned = record(count(1, exactly(3)), count(2, exactly(4), superseded_by=1, superseded_reason="no"))

    assert build(load(turned)) == with_figures(turned)


def test_claims_that_supersede_one_another_can_be_removed_together() -> None:
    old = count(1, at_least(3), superseded_by=2, superseded_reason="raised")
    load(record(old, count(2, exactly(4)), count(3, exactly(5))))

    assert load(record(count(3, exactly(5)))).claims.count() == 1


def test_the_order_of_the_page_is_kept_whatever_the_numbers() -> None:
    event = record(count(5, exactly(3)), count(2, exactly(4)))

    assert [claim.number for claim in build(load(event)).claims] == [5, 2]


def test_the_record_wins_over_a_shared_entity_and_the_log_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    load(record(count(1, exactly(3), "s1")))
    with caplog.at_level("INFO"):
        load(record(count(1, exactly(3), "s1"), id="event-2", entities=[source("s1", title="Another")]))

    assert Source.objects.get(key="s1").title == "Another"
    assert "sources “s1”" in caplog.text


def test_a_place_can_move_to_another_parent() -> None:
    moved = [place("town", parent="south"), place("north"), place("south", parent="north")]
    load(record(place="town", entities=[place("town", parent="north"), place("north")]))
    event = record(place="town", entities=moved)

    assert build(load(event)) == with_figures(event)


def test_citations_and_the_publications_they_credit_keep_their_order() -> None:
    citation = cited("s2")[0].model_copy(update={"reported_via": ("zeta", "alpha")})
    event = record(count(1, exactly(3), citations=(citation, *cited("s1"))))

    built = build(load(event)).claims[0].citations
    assert [entry.source for entry in built] == ["s2", "s1"]
    assert built[0].reported_via == ("zeta", "alpha")


def test_the_figures_built_are_those_of_the_archives_rule() -> None:
    assert {figure.rule for figure in build(load(seed_record())).figures} == {Rule.ARCHIVE}


def test_building_takes_the_same_queries_for_few_claims_and_for_many() -> None:
    few, many = (
        load(record(*(count(n + 1, exactly(n)) for n in range(size)), id=f"event-{size}")) for size in (2, 60)
    )

    assert _queries(few) == _queries(many)


def _queries(incident: Incident) -> int:
    with CaptureQueriesContext(connection) as queries:
        build(incident)
    return len(queries)


def test_loading_takes_the_same_queries_for_few_claims_and_for_many() -> None:
    few, many = (
        record(*(count(n + 1, exactly(n)) for n in range(size)), id=f"event-{size}") for size in (3, 18)
    )
    load(few)

    assert _queries_of_loading(few) == _queries_of_loading(many)


def _queries_of_loading(event: Record) -> int:
    load(event)
    with CaptureQueriesContext(connection) as queries:
        load(event)
    return len(queries)


def test_a_claim_that_points_into_another_incident_is_named() -> None:
    other = load(record(count(1, exactly(3), attack=1), attacks=1, id="event-2"))
    incident = load(record(count(1, exactly(3), attack=1), attacks=1))
    incident.claims.update(attack=other.attacks.get())

    with pytest.raises(RecordError, match=r"claims\[1\]\.attack"):
        build(incident)


def test_citations_are_not_left_behind() -> None:
    load(record(count(1, exactly(3), ["s1", "s2"])))
    load(record(count(1, exactly(3), "s1")))

    assert Citation.objects.count() == 1
