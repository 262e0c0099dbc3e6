"""Rows are found by any number of given values."""

from __future__ import annotations

import pytest

from archive.models import ClaimEntry, IncidentEntry
from tests.archive.published import publish
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_incidents() -> None:
    publish(record(count(1, exactly(3)), id="one"))
    publish(record(count(1, exactly(3)), id="two"))


def test_texts_are_found_among_those_given() -> None:
    found = IncidentEntry.objects.filter(pk__among=["two", "o'ne", "three"])

    assert [row.pk for row in found] == ["two"]


def test_numbers_are_found_among_those_given() -> None:
    numbers = list(ClaimEntry.objects.values_list("pk", flat=True))

    assert ClaimEntry.objects.filter(pk__among=numbers[:1]).count() == 1


def test_nothing_is_found_among_nothing() -> None:
    assert not IncidentEntry.objects.filter(pk__among=[]).exists()
