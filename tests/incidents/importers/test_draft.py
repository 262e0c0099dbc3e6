"""Records in the making, and the entries that they become."""

from __future__ import annotations

import pytest

from archive.record import Source
from archive.vocabulary import Property, SourceKind
from incidents.importers.parsing.draft import Draft, stated
from incidents.importers.parsing.entry import Entry, RowError
from tests import builders
from tests.incidents.importers.rows import dataset

ROW = Source(key="row-1", kind=SourceKind.DATASET_ROW, description="Row 1")


def draft(*credited: str) -> Draft:
    return Draft("1", "set-1", ROW, credited)


def test_every_claim_cites_the_row_and_whom_it_credits() -> None:
    made = draft("courier")
    made.hold(builders.publication("courier"))
    made.claim("date", Property.DATE, {"edtf": "2014"}, stated="year 2014", locator="year")
    made.flag("odd")
    entry = made.entry(title="An event", date="2014", place=None)
    citation = entry.record.claims[0].citations[0]
    assert (citation.source, citation.locator, citation.reported_via) == ("row-1", "year", ("courier",))
    assert (entry.slots, entry.source, entry.flags) == (("date",), "row-1", ("odd",))


def test_a_row_that_claims_nothing_is_refused() -> None:
    with pytest.raises(RowError, match="says nothing"):
        draft().entry(title="An event", date=None, place=None)


def test_what_makes_no_record_is_refused_with_its_field() -> None:
    made = draft()
    assert made.hold() == ""
    made.claim("date", Property.DATE, {"edtf": "yesterday"})
    with pytest.raises(RowError, match=r"claims\[1\]"):
        made.entry(title="An event", date=None, place=None)


def test_two_claims_cannot_share_a_slot() -> None:
    record = builders.record(builders.count(1, builders.exactly(1)), builders.count(2, builders.exactly(2)))
    for slots in (("a", "a"), ("a",)):
        with pytest.raises(ValueError, match="needs a slot of its own"):
            Entry("1", record, slots, "s1")


def test_cells_are_stated_with_their_columns_and_cut_where_they_are_too_long() -> None:
    assert stated([("best", "20"), ("low", " "), ("where", "a\nb")]) == "best 20, where a b"
    assert stated([("a", "x" * 50)], longest=10) == "a xxxxxxx…"


def test_a_dataset_is_called_by_its_name_and_release() -> None:
    assert dataset("gtd").name == "Global Terrorism Database 1.0"
