"""Every claim stands once on the event page, and its marks and references lead to each other."""

from __future__ import annotations

from functools import cache

import pytest

from archive.figures import with_figures
from archive.pages.render import render_event
from archive.record import Record
from archive.references import number_references
from tests.archive.pages.markup import Page
from tests.sheets import second_record, seed_record

RECORDS = {record.id: record for record in (seed_record(), second_record())}
both = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())


@cache
def page_of(key: str) -> Page:
    return Page(render_event(with_figures(RECORDS[key])))


@both
def test_every_claim_is_anchored_exactly_once(record: Record) -> None:
    anchors = [name for name in page_of(record.id).ids if name.startswith("claim-")]

    assert sorted(anchors) == sorted(f"claim-{claim.number}" for claim in record.claims)


@both
def test_every_claim_has_the_marks_of_all_its_citations(record: Record) -> None:
    references = number_references(record)

    for claim in record.claims:
        marks = page_of(record.id).at(f"claim-{claim.number}").linked("doc-noteref")
        assert set(marks) == {f"ref-{passage.marker}" for passage in references.passages(claim)}


@both
def test_every_reference_leads_back_to_the_claims_that_cite_it(record: Record) -> None:
    page = page_of(record.id)
    marks = {
        (f"claim-{claim.number}", mark)
        for claim in record.claims
        for mark in page.at(f"claim-{claim.number}").linked("doc-noteref")
    }
    backs = {
        (claim, element.attributes["id"])
        for element in page.all()
        if element.attributes.get("id", "").startswith("ref-")
        for claim in element.linked("doc-backlink")
    }

    assert marks == backs


@both
def test_every_mark_and_every_inner_link_leads_somewhere(record: Record) -> None:
    page = page_of(record.id)
    links = {link for element in page.all() if (link := element.attributes.get("href", "")).startswith("#")}

    assert {link[1:] for link in links} <= set(page.ids)


@both
def test_references_are_a_list_of_endnotes(record: Record) -> None:
    (notes,) = page_of(record.id).root.with_role("doc-endnotes")

    (listed,) = [child for child in notes.children if child.tag == "ol"]
    assert len(listed.children) == len(record.sources)
