"""What holds for every dossier that ships with the archive."""

from __future__ import annotations

import re

import pytest

from archive.record import Record, StatementClaim
from archive.vocabulary import About, Section
from tests.sheets import (
    SECOND_ROWS,
    SECOND_SOURCES,
    SEED_ROWS,
    SEED_SOURCES,
    Row,
    claims_for,
    dossier_text,
    second_record,
    seed_record,
)

RECORDS = pytest.mark.parametrize("record", [seed_record(), second_record()], ids=lambda record: record.id)
SHEETS = pytest.mark.parametrize(
    ("record", "rows", "keys"),
    [(seed_record(), SEED_ROWS, SEED_SOURCES), (second_record(), SECOND_ROWS, SECOND_SOURCES)],
    ids=["seed", "second"],
)


@RECORDS
def test_every_claim_is_cited_with_a_locator(record: Record) -> None:
    assert all(claim.citations for claim in record.claims)
    assert all(citation.locator for claim in record.claims for citation in claim.citations)


@RECORDS
def test_no_words_of_a_source_are_reproduced(record: Record) -> None:
    assert not any(citation.quote for claim in record.claims for citation in claim.citations)


@RECORDS
def test_every_statement_is_made_of_whole_sentences(record: Record) -> None:
    texts = [claim.value.text for claim in record.claims if isinstance(claim, StatementClaim)]
    assert texts
    assert all(text.endswith(".") and text[0].isupper() for text in texts)


@RECORDS
def test_the_claims_are_numbered_in_the_order_of_the_page(record: Record) -> None:
    assert [claim.number for claim in record.claims] == list(range(1, len(record.claims) + 1))


@RECORDS
def test_the_page_opens_with_the_summary(record: Record) -> None:
    opening = record.claims[0]
    assert isinstance(opening, StatementClaim)
    assert opening.value.section is Section.LEAD


@RECORDS
def test_no_coordinates_are_invented(record: Record) -> None:
    assert not any(place.latitude or place.longitude for place in record.places)


@RECORDS
def test_no_author_and_no_archived_copy_is_invented(record: Record) -> None:
    assert not any(source.authors or source.archive_url for source in record.sources)


@pytest.mark.parametrize(("name", "number"), [("balochistan-2024", 0), ("mastung-2018", 5)])
def test_no_address_is_invented(name: str, number: int) -> None:
    assert len(re.findall(r"https?://", dossier_text(name))) == number


@SHEETS
def test_nothing_is_claimed_that_the_sheet_does_not_say(
    record: Record, rows: tuple[Row, ...], keys: dict[str, str]
) -> None:
    walked = {claim.number for row in rows for claim in claims_for(record, row, keys)}
    retold = [claim for claim in record.claims if claim.number not in walked]
    assert all(isinstance(claim, StatementClaim) and claim.about is not About.CONTEXT for claim in retold)
