"""What a record says of merges agrees with the desk, or is refused in words."""

from __future__ import annotations

from typing import Any

import pytest

from archive.record import Merged, Record, RecordError, Renumbered
from incidents.build import build
from incidents.load import load
from incidents.models import Forerunner, FormerKey, Incident
from tests.builders import actor, count, exactly, record, responsible

pytestmark = pytest.mark.django_db


def event(*merged: str, **more: Any) -> Record:
    pairs = (Renumbered(old=4, new=1),)
    return record(count(1, exactly(3)), merged=tuple(Merged(id=key, claims=pairs) for key in merged), **more)


def naming(key: str, *former_keys: str) -> Record:
    return record(responsible(1, key), entities=[actor(key, former_keys=former_keys)])


def refusal(given: Record) -> str:
    with pytest.raises(RecordError) as caught:
        load(given)
    return str(caught.value)


def test_what_was_merged_comes_back_from_the_desk() -> None:
    assert build(load(event("event-0"))).merged == event("event-0").merged


def test_an_incident_that_lives_on_is_not_taken_for_merged() -> None:
    load(event(id="event-0"))

    assert "“event-0” is an incident of its own at the desk" in refusal(event("event-0"))


def test_a_merged_incident_does_not_come_back_by_loading() -> None:
    load(event("event-0"))

    assert "“event-0” was merged into “event-1”" in refusal(event(id="event-0"))
    assert not Incident.objects.filter(key="event-0").exists()


def test_an_incident_is_merged_into_one_other_only() -> None:
    load(event("event-0"))

    assert "“event-0” was merged into “event-1”" in refusal(event("event-0", id="event-2"))


def test_a_record_from_before_a_merge_does_not_undo_it() -> None:
    load(event("event-0"))

    assert "does not know that “event-0” was merged into it" in refusal(event())
    assert Forerunner.objects.exists()


def test_a_merged_entity_does_not_come_back_by_loading() -> None:
    load(naming("group", "old-group"))

    assert "actors: “old-group” was merged into “group”" in refusal(naming("old-group"))


def test_an_entity_that_lives_on_is_not_taken_for_merged() -> None:
    load(naming("old-group"))

    assert "“old-group”, a former key of “group”, is in use" in refusal(naming("group", "old-group"))


def test_a_former_key_that_a_record_does_not_know_is_kept() -> None:
    load(naming("group", "old-group"))
    load(naming("group"))

    assert FormerKey.objects.get().now == "group"
