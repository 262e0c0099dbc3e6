"""What editors decided beside an incident's claims outlives its merge and its deletion."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from incidents.load import load
from incidents.merging import merge_entities, merge_incidents, part_incidents
from incidents.models import HeadlineDecision, Incident, LeftOut, Snapshot
from sources.models import Source
from tests.builders import count, exactly, record
from tests.incidents.desk import at_the_desk, person
from tests.incidents.test_deletion import SURE, restore

pytestmark = pytest.mark.django_db


def decided(incident: Incident, reading: str, **more: Any) -> HeadlineDecision:
    given = {"source": "s1", "verdict": "dismissed", **more}
    return HeadlineDecision.objects.create(incident=incident, reading=reading, **given)


def left_out(incident: Incident, words: str, **more: Any) -> LeftOut:
    given = {"kind": "number", "reason": "elsewhere", "around": f"{words} shops", **more}
    return LeftOut.objects.create(
        incident=incident, source=Source.objects.get(key="s1"), words=words, **given
    )


def words_of(incident: str) -> tuple[list[str], list[str]]:
    """What headlines say and what was left out, as it was decided for this incident."""
    readings = HeadlineDecision.objects.filter(incident__key=incident).values_list("reading", flat=True)
    words = LeftOut.objects.filter(incident__key=incident).values_list("words", flat=True)
    return sorted(readings), sorted(words)


@pytest.fixture
def first() -> Incident:
    """An incident of which a headline was dismissed, and a number left out."""
    incident = load(record(count(1, exactly(3)), id="first"))
    decided(incident, "killed exact 85 unstated")
    left_out(incident, "12")
    return incident


@pytest.fixture
def second() -> Incident:
    return load(record(count(1, exactly(9)), id="second"))


def test_decisions_follow_a_merge(first: Incident, second: Incident) -> None:
    decided(second, "killed exact 7 unstated")
    merge_incidents(first, second, by=None)

    assert words_of("second") == (["killed exact 7 unstated", "killed exact 85 unstated"], ["12"])


def test_of_what_both_incidents_decided_the_other_ones_word_stands(first: Incident, second: Incident) -> None:
    own = decided(second, "killed exact 85 unstated", verdict="confirmed")
    left_out(second, "12", reason="repeated")
    merge_incidents(first, second, by=None)

    assert HeadlineDecision.objects.get() == own
    assert [each.reason for each in LeftOut.objects.all()] == ["repeated"]


def test_undoing_the_merge_brings_them_back(first: Incident, second: Incident) -> None:
    decided(first, "killed exact 7 unstated")
    decided(second, "killed exact 85 unstated")
    left_out(second, "40")
    done = merge_incidents(first, second, by=None)
    left_out(second, "50")
    part_incidents(done, by=None)

    assert words_of("first") == (["killed exact 7 unstated", "killed exact 85 unstated"], ["12"])
    assert words_of("second") == (["killed exact 85 unstated"], ["40", "50"])


def test_what_was_taken_back_since_the_merge_stays_so(first: Incident, second: Incident) -> None:
    done = merge_incidents(first, second, by=None)
    LeftOut.objects.all().delete()
    part_incidents(done, by=None)

    assert words_of("first") == (["killed exact 85 unstated"], [])


def test_a_decision_whose_claim_or_editor_is_gone_does_not_stand_in_the_way_of_undoing(
    first: Incident, second: Incident
) -> None:
    """The other incident has the same decision, so that this one is put back from what was kept."""
    HeadlineDecision.objects.update(claim=first.claims.get(), verdict="confirmed", by=person("editor"))
    decided(second, "killed exact 85 unstated")
    done = merge_incidents(first, second, by=None)
    second.claims.get(number=2).delete()
    User.objects.all().delete()
    part_incidents(done, by=None)

    back = HeadlineDecision.objects.get(incident__key="first")
    assert (back.verdict, back.claim, back.by) == ("confirmed", None, None)


def moments() -> list[datetime]:
    decided, left = HeadlineDecision.objects.order_by("pk"), LeftOut.objects.order_by("pk")
    return [*decided.values_list("at", flat=True), *left.values_list("at", flat=True)]


@pytest.fixture
def curator() -> Client:
    return at_the_desk("curator")


def deleted_and_back(curator: Client, incident: Incident) -> None:
    curator.post(f"/desk/incidents/incident/{incident.pk}/delete/", SURE)
    assert not Incident.objects.filter(key=incident.key).exists()
    restore(curator, Snapshot.objects.of("incidents", incident.key).exclude(text="")[0])


def test_decisions_come_back_with_an_incident_that_was_deleted(curator: Client, first: Incident) -> None:
    HeadlineDecision.objects.update(by=person("editor"))
    confirmed = decided(first, "killed exact 3 unstated", verdict="confirmed", claim=first.claims.get())
    before = moments()
    deleted_and_back(curator, first)

    assert words_of("first") == (["killed exact 3 unstated", "killed exact 85 unstated"], ["12"])
    back = HeadlineDecision.objects.get(reading=confirmed.reading)
    assert (back.verdict, back.claim and back.claim.number) == ("confirmed", 1)
    assert str(HeadlineDecision.objects.exclude(pk=back.pk).get().by) == "a-editor"
    assert moments() == before


def test_they_come_back_each_time(curator: Client, first: Incident) -> None:
    deleted_and_back(curator, first)
    LeftOut.objects.all().delete()
    deleted_and_back(curator, Incident.objects.get())

    assert words_of("first") == (["killed exact 85 unstated"], [])


def test_a_source_that_was_merged_meanwhile_is_followed(curator: Client, first: Incident) -> None:
    load(record(count(1, exactly(3), "s2"), id="third"))
    curator.post(f"/desk/incidents/incident/{first.pk}/delete/", SURE)
    merge_entities(Source.objects.get(key="s1"), Source.objects.get(key="s2"), by=None)
    restore(curator, Snapshot.objects.of("incidents", "first").exclude(text="")[0])

    assert LeftOut.objects.get().source.key == "s2"
    assert HeadlineDecision.objects.get().source == "s2"
