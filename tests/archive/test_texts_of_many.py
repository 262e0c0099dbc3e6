"""What is stored of several editions is made of their texts alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from archive.answers import EditionHeader
from archive.answers.texts import Manuscript, texts_of_all
from archive.figures import for_readers
from archive.record import RecordError, canonical
from archive.vocabulary import EditionKind
from tests.builders import count, exactly, record

WHEN = datetime(2024, 2, 7, tzinfo=UTC)
EMPTY: dict[str, Any] = dict.fromkeys(("note", "sha256", "previous", "seal", "api_url", "page_url"), "")


def manuscript(incident: str, text: str = "") -> Manuscript:
    said = for_readers(record(count(1, exactly(3)), id=incident))
    header = EditionHeader(incident=incident, number=1, kind=EditionKind.FIRST, published_at=WHEN, **EMPTY)
    return Manuscript(text or canonical(said).decode(), header, WHEN, WHEN, "https://example.org")


def test_each_edition_has_its_own_in_their_order() -> None:
    made = texts_of_all([manuscript("event-1"), manuscript("event-2")])

    assert ['"event-1"' in one.incident for one in made] == [True, False]
    assert ['"event-2"' in one.incident for one in made] == [False, True]


def test_a_damaged_text_is_refused() -> None:
    with pytest.raises(RecordError):
        texts_of_all([manuscript("event-1"), manuscript("event-2", "{}")])
