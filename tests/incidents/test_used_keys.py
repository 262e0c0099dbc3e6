"""Ids that are proposed for new incidents."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from incidents import used_keys
from incidents.load import load
from incidents.merging import merge_incidents
from incidents.models import Snapshot, Subject
from incidents.used_keys import free_id
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def _drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six letters b are drawn first, then six letters c, and so on."""
    letters: Iterator[str] = (letter for letter in used_keys.LETTERS for _ in range(6))
    monkeypatch.setattr("secrets.choice", lambda _: next(letters))


def test_an_id_is_short_opaque_and_another_one_each_time() -> None:
    drawn = {free_id() for _ in range(20)}

    assert len(drawn) == 20
    assert all(re.fullmatch("[a-z0-9]{6}", each) for each in drawn)


@pytest.mark.usefixtures("_drawn")
def test_what_an_incident_has_had_or_led_on_from_is_not_proposed() -> None:
    load(record(count(1, exactly(3)), id="bbbbbb"))
    Snapshot.objects.create(subject=Subject.INCIDENTS, key="cccccc", what="Deleted.")
    merge_incidents(load(record(id="dddddd")), load(record(id="event")), by=None)

    assert free_id() == "ffffff"
