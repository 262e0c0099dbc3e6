"""Publishing many incidents at once does for each what publishing it alone does."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive import catalogue, editions
from archive.models import Edition, IncidentEntry
from archive.record import Record
from incidents.build import build
from incidents.load import load, load_all
from incidents.models import Claim, Incident, ReviewStep, State
from incidents.publishing import (
    NothingToPublish,
    NotPublishable,
    Ready,
    publish,
    publish_all,
    redact,
    retract,
)
from tests.builders import actor, count, exactly, record, responsible

pytestmark = pytest.mark.django_db


def event(number: int, deaths: int = 3) -> Record:
    killed, whose = count(1, exactly(deaths), f"s{number}"), responsible(2, "group", by=f"s{number}")
    return record(killed, whose, id=f"event-{number}")


def ready(*incidents: Incident, note: str = "") -> list[Ready]:
    return [Ready(incident, build(incident), note) for incident in incidents]


def texts() -> dict[tuple[str, int], tuple[str, str, str]]:
    columns = ("incident", "number", "kind", "note", "text")
    return {(row[0], row[1]): row[2:] for row in Edition.objects.values_list(*columns)}


def test_the_editions_are_those_that_publishing_one_by_one_makes() -> None:
    publish_all(ready(*load_all([event(1), event(2)]), note="Read."))
    for each in (event(3), event(4)):
        publish(load(each), by=None, note="Read.")

    found = texts()
    for number in (1, 2):
        kind, note, text = found[(f"event-{number}", 1)]
        there = found[(f"event-{number + 2}", 1)]
        assert (kind, note) == there[:2]
        assert set(json.loads(text)) == set(json.loads(there[2]))
    assert list(catalogue.check()) == []
    assert list(editions.verify()) == []


def test_states_and_steps_of_review_are_kept() -> None:
    publish_all(ready(*load_all([event(1), event(2)]), note="Read."))

    assert set(Incident.objects.values_list("state", flat=True)) == {State.PUBLISHED}
    assert list(ReviewStep.objects.values_list("step", "reason")) == [("publish", "Read.")] * 2


def test_what_cannot_be_published_keeps_nothing_else_back() -> None:
    first, second, third = load_all([event(1), event(2), event(3)])
    publish(second, by=None)
    Claim.objects.filter(incident=third).first().citations.all().delete()  # type: ignore[union-attr]

    outcome = publish_all(ready(first, second, third))

    assert isinstance(outcome["event-1"], Edition)
    assert isinstance(outcome["event-2"], NothingToPublish)
    assert isinstance(outcome["event-3"], NotPublishable)
    assert set(IncidentEntry.objects.values_list("key", flat=True)) == {"event-1", "event-2"}


def test_a_withheld_claim_is_not_published() -> None:
    incident = load(event(1))
    Claim.objects.filter(number=2).update(withheld=True)

    publish_all(ready(incident))

    assert [claim.number for claim in Edition.objects.get().record.claims] == [1]


def test_neither_what_was_retracted_nor_what_was_redacted_is_opened_again() -> None:
    first, second = load_all([event(1), event(2)])
    for incident in (first, second):
        publish(incident, by=None)
    retract(first, by=None, reason="It never happened.")
    redact(Edition.objects.get(incident="event-2"), by=None, reason="A name.")

    outcome = publish_all(ready(first, second))

    assert {type(each) for each in outcome.values()} == {NotPublishable}
    assert Edition.objects.count() == 3
    assert not IncidentEntry.objects.exists()


def test_the_number_of_queries_does_not_depend_on_how_many_there_are() -> None:
    numbers = []
    for many in (range(1, 3), range(3, 13)):
        incidents = ready(*load_all([event(number) for number in many]))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            publish_all(incidents)
        numbers.append(len(queries))

    assert numbers[1] <= numbers[0] + 2


def test_of_an_entity_that_several_records_hold_the_last_ones_word_is_stored() -> None:
    named = [
        record(responsible(1, "group"), id=f"event-{number}", entities=[actor("group", name=name)])
        for number, name in ((1, "One"), (2, "Two"))
    ]

    loaded = load_all(named)

    assert {build(incident).actors[0].name for incident in loaded} == {"Two"}


def test_loading_many_is_loading_each() -> None:
    records = [event(number) for number in range(1, 5)]
    together = [build(incident) for incident in load_all(records)]
    Incident.objects.all().delete()

    assert [build(load(each)) for each in records] == together


def test_loading_many_again_changes_what_changed_and_gives_no_number_twice() -> None:
    load_all([event(1), event(2)])
    load_all([event(1, deaths=5), event(2)])

    assert list(
        Claim.objects.filter(property="killed").order_by("incident__key").values_list("best", flat=True)
    ) == [5, 3]
    assert set(Incident.objects.values_list("next_claim_number", flat=True)) == {3}
