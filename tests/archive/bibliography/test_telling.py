"""Which format a text is written in."""

from __future__ import annotations

import pytest

from archive.bibliography import FORMATS, format_in, read
from tests.archive.bibliography import zotero


@pytest.mark.parametrize(
    ("name", "text"), [("ris", zotero.RIS), ("bibtex", zotero.BIBTEX), ("csl", zotero.CSL)]
)
def test_a_bibliography_is_told_by_how_it_begins(name: str, text: str) -> None:
    assert format_in(f"\ufeff\n {text}") is FORMATS[name]


def test_one_item_of_json_needs_no_list() -> None:
    item = '{"type": "webpage", "title": "One"}'

    assert format_in(item) is FORMATS["csl"]
    assert [one.source.title for one in read(item, FORMATS["csl"])] == ["One"]


@pytest.mark.parametrize(
    "text", ["", "Type", "TY", "[Photograph]", "{", "an@example.org", "@somebody said", "[1, 2]"]
)
def test_other_words_are_none(text: str) -> None:
    assert format_in(text) is None
