"""Every row of both fact sheets comes back over the API."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.test import Client

from archive import catalogue, editions
from archive.addresses import api_claim_path, api_incident_path
from archive.figures import for_readers
from archive.record import BaseClaim, Record
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


def listed_claims(client: Client, record: Record) -> Iterator[dict[str, Any]]:
    """The incident's claims as the API lists them, page after page."""
    address: str | None = f"{api_incident_path(record.id)}claims/"
    while address:
        page = client.get(address).json()
        yield from page["results"]
        address = page["next"]


def lost(record: Record, rows: tuple[Row, ...], keys: dict[str, str], found: dict[int, Any]) -> list[str]:
    """The rows of which some claim, or all, did not come back as it stands in the record."""
    return [described(row) for row in rows if not _came_back(claims_for(record, row, keys), found)]


def _came_back(claims: Sequence[BaseClaim], found: dict[int, Any]) -> bool:
    return bool(claims) and all(
        found[claim.number].items() >= claim.model_dump(mode="json").items() for claim in claims
    )


@SHEETS
def test_every_row_comes_back_in_the_list_of_claims(
    client: Client, record: Record, rows: tuple[Row, ...], keys: dict[str, str]
) -> None:
    found = {claim["number"]: claim for claim in listed_claims(client, published(record))}

    assert lost(record, rows, keys, found) == []


@SHEETS
def test_every_row_comes_back_from_the_address_of_its_claim(
    client: Client, record: Record, rows: tuple[Row, ...], keys: dict[str, str]
) -> None:
    numbers = [claim.number for claim in published(record).claims]
    found = {number: client.get(api_claim_path(record.id, number)).json() for number in numbers}

    assert lost(record, rows, keys, found) == []


@SHEETS
def test_the_incident_comes_back_whole(
    client: Client, record: Record, rows: tuple[Row, ...], keys: dict[str, str]
) -> None:
    shown = published(record)
    whole = client.get(api_incident_path(record.id)).json()

    assert [claim["number"] for claim in whole["claims"]] == [claim.number for claim in shown.claims]
    assert {source["key"] for source in whole["sources"]} == set(keys.values())
