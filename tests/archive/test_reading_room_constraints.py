"""The database itself refuses editions and catalogue rows that cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from archive.maps import WORLD
from archive.models import (
    Change,
    CorrectionRequest,
    Edition,
    FigureEntry,
    IncidentEntry,
    IncidentGist,
    IncidentSpot,
)
from tests.archive.published import publish
from tests.builders import record

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)
DIGEST = "0" * 64

EDITION: dict[str, Any] = {
    "incident": "a",
    "number": 1,
    "kind": "first",
    "published_at": NOW,
    "text": "{}",
    "sha256": DIGEST,
    "seal": DIGEST,
}
FIGURE: dict[str, Any] = {
    "incident_id": "event-1",
    "rule": "archive",
    "measure": "missing",
    "population": "all",
    "open_above": False,
    "open_below": False,
}


def insert(row: Any) -> None:
    """Past the model's own checks."""
    with transaction.atomic():
        type(row)._default_manager.bulk_create([row])


def test_a_plain_edition_is_accepted() -> None:
    insert(Edition(**EDITION))

    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"incident": ""},
        {"number": -1, "kind": "update", "previous": DIGEST},
        {"kind": "rumour"},
        {"kind": "update"},
        {"number": 2},
        {"number": 2, "previous": DIGEST},
        {"number": 2, "kind": "update", "previous": ""},
        {"previous": DIGEST},
        {"kind": "retraction", "number": 2, "previous": DIGEST, "note": "It never happened."},
        {"number": 2, "kind": "retraction", "previous": DIGEST, "note": "why"},
        {"number": 2, "kind": "retraction", "previous": DIGEST, "text": "", "note": ""},
        {"redacted_at": NOW, "redaction_reason": "why"},
        {"redacted_at": NOW, "text": ""},
        {"redaction_reason": "why"},
        {"seal": ""},
        {"sha256": "0"},
        {"seal": None},
        {"text": None},
        {"published_at": None},
    ],
)
def test_an_edition_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        insert(Edition(**EDITION | wrong))


def test_a_number_is_given_once_within_an_incident() -> None:
    insert(Edition(**EDITION))

    with pytest.raises(IntegrityError):
        insert(Edition(**EDITION | {"seal": "1" * 64}))


@pytest.mark.parametrize(
    "days",
    [
        {"earliest": date(2024, 2, 8), "latest": date(2024, 2, 7)},
        {"earliest": None, "latest": date(2024, 2, 7)},
        {"earliest": date(2024, 2, 7), "latest": None},
    ],
)
def test_days_out_of_order_are_refused(days: dict[str, Any]) -> None:
    publish(record())

    with pytest.raises(IntegrityError), transaction.atomic():
        IncidentEntry.objects.update(**days)


@pytest.mark.parametrize("numbers", [{"low": 2, "high": 1}, {"low": 1}, {"high": 1}, {"low": -1, "high": 1}])
def test_numbers_out_of_order_are_refused(numbers: dict[str, int]) -> None:
    publish(record())

    with pytest.raises(IntegrityError):
        insert(FigureEntry(**FIGURE | numbers))


@pytest.mark.parametrize("attack", [None, 1])
def test_a_figure_is_stored_once(attack: int | None) -> None:
    publish(record())
    insert(FigureEntry(**FIGURE, attack=attack))

    with pytest.raises(IntegrityError):
        insert(FigureEntry(**FIGURE, attack=attack))


@pytest.mark.parametrize(
    "wrong",
    [
        {"killed_low": 2, "killed_high": 1},
        {"killed_low": 1, "killed_high": None},
        {"killed_low": None, "killed_high": 1},
        {"day": "2024-02-07", "unit": ""},
        {"day": "", "unit": "day"},
        {"day": "2024-02-07", "unit": "week"},
    ],
)
def test_a_gist_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    publish(record())

    with pytest.raises(IntegrityError), transaction.atomic():
        IncidentGist.objects.update(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"located": "nowhere"},
        {"located": ""},
        {"located": None},
        {"x": WORLD},
        {"y": WORLD},
        {"x": -1},
        {"y": -1},
        {"y": None},
    ],
)
def test_a_spot_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    publish(record())

    with pytest.raises(IntegrityError):
        insert(
            IncidentSpot(**{"incident_id": "event-1", "key": "p1", "located": "spot", "x": 1, "y": 1} | wrong)
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "praise"},
        {"page": ""},
        {"text": ""},
        {"state": "lost", "taken_by": "somebody"},
        {"state": "answered", "taken_by": ""},
        {"state": "new", "taken_by": "somebody"},
        {"text": None},
    ],
)
def test_a_request_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    plain = {"kind": "removal", "page": "/", "text": "Please."}
    insert(CorrectionRequest(**plain))

    with pytest.raises(IntegrityError):
        insert(CorrectionRequest(**plain | wrong))


@pytest.mark.parametrize("kind", ["first", "rumour"])
def test_a_change_that_was_told_or_that_there_is_not_is_refused(kind: str) -> None:
    edition = publish(record())[0]

    with pytest.raises(IntegrityError):
        insert(Change(edition=edition, kind=kind, at=NOW))
