"""What the stored copies of a source show of a quote, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from archive.vocabulary import QuoteState
from sources.captures.checking import Checked, Copy, checked

SAYS, SILENT = "At least 85 died.", "At least 128 died."
FOUND, MISSING, GONE = QuoteState.VERIFIED, QuoteState.NOT_FOUND, QuoteState.GONE


@pytest.mark.parametrize(
    ("texts", "state", "day"),
    [
        ([SAYS], FOUND, 1),
        ([SILENT], MISSING, 1),
        ([SAYS, SAYS, SAYS], FOUND, 1),
        ([SILENT, SAYS, SAYS], FOUND, 2),
        ([SAYS, SILENT], GONE, 2),
        ([SAYS, SILENT, SILENT], GONE, 2),
        ([SAYS, SILENT, SAYS], FOUND, 3),
        ([SILENT, SILENT], MISSING, 1),
    ],
)
def test_the_newest_copy_decides_and_earlier_ones_say_since_when(
    texts: list[str], state: QuoteState, day: int
) -> None:
    """The texts are those of copies of the first, second, third day."""
    copies = [(date(2024, 2, number), text) for number, text in enumerate(texts, 1)]

    assert checked(["At least 85"], reversed(copies)) == {"At least 85": Checked(state, date(2024, 2, day))}


def test_without_a_copy_nothing_is_known() -> None:
    assert checked(["At least 85"], []) == {}


def test_no_more_copies_are_read_than_are_needed() -> None:
    def copies() -> Iterator[Copy]:
        for day, text in enumerate([SILENT, SILENT, SAYS], 1):
            yield date(2024, 2, 9 - day), text
        pytest.fail("another copy was read")

    assert checked(["At least 85", "At least 128"], copies()) == {
        "At least 85": Checked(GONE, date(2024, 2, 7)),
        "At least 128": Checked(FOUND, date(2024, 2, 7)),
    }
