"""Every row of both fact sheets stands on its event page, marked with the sources that say it."""

from __future__ import annotations

from functools import cache

import pytest
from django.test import Client

from archive import catalogue, editions
from archive.addresses import incident_path, slug_of
from archive.figures import with_figures
from archive.pages.render import render_event
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
    words_of,
)
from tests.sheets.html import RenderedPage


@cache
def page_of(record_id: str) -> RenderedPage:
    record = next(each for each in (seed_record(), second_record()) if each.id == record_id)
    return RenderedPage(render_event(with_figures(record)))


def assert_on_page(record: Record, row: Row, keys: dict[str, str]) -> None:
    claim = claims_for(record, row, keys)[0]
    page, anchor = page_of(record.id), f"claim-{claim.number}"
    marks = page.marks(anchor)
    assert words_of(claim) in page.text(anchor)
    assert {page.source(mark) for mark in marks} >= {keys[name] for name in row.sources}
    assert all(any(citation.locator in page.text(mark) for mark in marks) for citation in claim.citations)


@pytest.mark.parametrize("row", SEED_ROWS, ids=described)
def test_every_row_on_the_bombings_in_balochistan_is_on_their_page(row: Row) -> None:
    assert_on_page(seed_record(), row, SEED_SOURCES)


@pytest.mark.parametrize("row", SECOND_ROWS, ids=described)
def test_every_row_on_the_bombing_in_mastung_is_on_its_page(row: Row) -> None:
    assert_on_page(second_record(), row, SECOND_SOURCES)


@pytest.mark.parametrize("record", [seed_record(), second_record()], ids=lambda record: record.id)
def test_every_claim_has_its_anchor_on_the_page(record: Record) -> None:
    page = page_of(record.id)
    assert [claim.number for claim in record.claims if not page.has(f"claim-{claim.number}")] == []


@pytest.mark.django_db
@pytest.mark.parametrize("record", [seed_record(), second_record()], ids=lambda record: record.id)
def test_the_published_page_is_served_with_every_claim(record: Record, client: Client) -> None:
    catalogue.index(editions.append(with_figures(record)))
    answer = client.get(incident_path(record.id, slug_of(record.title)))
    page = RenderedPage(answer.content.decode())
    assert [claim.number for claim in record.claims if not page.has(f"claim-{claim.number}")] == []
