"""Every row of both fact sheets comes back from the stored answers that the API serves."""

from __future__ import annotations

import json
from typing import Any

import pytest

from archive import catalogue, editions
from archive.figures import for_readers
from archive.models import ClaimEntry, IncidentEntry
from archive.record import Record
from tests.sheets import (
    SECOND_ROWS,
    SECOND_SOURCES,
    SEED_ROWS,
    SEED_SOURCES,
    Row,
    claims_for,
    described,
    second_record,
    seed_record,
)

pytestmark = pytest.mark.django_db

SHEETS = pytest.mark.parametrize(
    ("record", "rows", "keys"),
    [(seed_record(), SEED_ROWS, SEED_SOURCES), (second_record(), SECOND_ROWS, SECOND_SOURCES)],
    ids=["seed", "second"],
)


def published(record: Record) -> Record:
    shown = for_readers(record)
    catalogue.index(editions.append(shown))
    return shown


def answers(record: Record) -> dict[int, dict[str, Any]]:
    entries = ClaimEntry.objects.filter(incident__key=record.id)
    return {entry.number: json.loads(entry.body) for entry in entries}


def comes_back(claim: dict[str, Any], answer: dict[str, Any]) -> bool:
    return all(answer[name] == value for name, value in claim.items())


@SHEETS
def test_every_row_comes_back_as_a_claim(record: Record, rows: tuple[Row, ...], keys: dict[str, str]) -> None:
    found = answers(published(record))
    lost = [
        described(row)
        for row in rows
        for claim in claims_for(record, row, keys)
        if not comes_back(claim.model_dump(mode="json"), found[claim.number])
    ]
    assert lost == []


@SHEETS
def test_the_incident_comes_back_whole(record: Record, rows: tuple[Row, ...], keys: dict[str, str]) -> None:
    shown = published(record)
    whole = json.loads(IncidentEntry.objects.get(key=record.id).body)
    returned = [answer["number"] for answer in whole["claims"]]
    assert returned == [claim.number for claim in shown.claims]
    assert {source["key"] for source in whole["sources"]} == set(keys.values())
