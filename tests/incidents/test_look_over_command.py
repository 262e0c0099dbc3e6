"""What is worth a look can be found anew."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from incidents.load import load
from incidents.models import Concern, Incident
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db


def contradictory(key: str) -> Incident:
    """One source that gives two numbers for one thing."""
    return load(record(count(1, exactly(3)), count(2, exactly(4)), id=key))


def look_over(**options: str) -> str:
    said = StringIO()
    call_command("look_over", stdout=said, **options)
    return said.getvalue()


def found() -> list[str]:
    return sorted(Concern.objects.values_list("incident__key", flat=True))


def test_contradictions_that_an_import_brought_are_found() -> None:
    contradictory("one")
    load(record(count(1, exactly(3)), id="two"))
    assert found() == []

    assert look_over() == "2 incidents looked over; 1 at the desk contradict themselves.\n"
    assert found() == ["one"]


def test_what_is_no_contradiction_any_more_is_taken_off() -> None:
    incident = load(record(count(1, exactly(3))))
    Concern.objects.create(incident=incident, count=1, message="They differ.")
    look_over()

    assert found() == []


def test_it_goes_on_after_an_incident() -> None:
    for key in ("one", "three", "two"):
        contradictory(key)
    look_over(after="one")

    assert found() == ["three", "two"]


def test_an_incident_that_makes_no_record_stops_nothing() -> None:
    Concern.objects.create(incident=contradictory("a"), count=1, message="They differ.")
    contradictory("b")
    Incident.objects.filter(key="a").update(title="  ")
    look_over()

    assert found() == ["a", "b"]


def test_more_incidents_than_are_read_at_once_are_all_looked_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.concerns.BATCH", 2)
    for number in range(5):
        contradictory(f"event-{number}")
    look_over()

    assert len(found()) == 5
