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
    copies = [Copy(date(2024, 2, number), text) for number, text in enumerate(texts, 1)]

    assert checked(["At least 85"], reversed(copies)) == {"At least 85": Checked(state, date(2024, 2, day))}


@pytest.mark.parametrize(
    ("copies", "state", "day"),
    [
        ("typed SAYS", FOUND, 1),
        ("typed SILENT", MISSING, 1),
        ("SAYS, typed SILENT", FOUND, 1),
        ("SAYS, typed SILENT, SAYS", FOUND, 1),
        ("SILENT, typed SILENT", MISSING, 1),
        ("typed SILENT, SILENT, typed SILENT", MISSING, 2),
        ("typed SILENT, typed SILENT", MISSING, 1),
        ("typed SAYS, typed SILENT", FOUND, 1),
        ("typed SAYS, SILENT", GONE, 2),
        ("SILENT, typed SAYS", FOUND, 2),
        ("SAYS, typed SILENT, SILENT", GONE, 3),
    ],
)
def test_a_typed_text_shows_what_a_source_says_and_never_that_it_no_longer_says_it(
    copies: str, state: QuoteState, day: int
) -> None:
    """Somebody may have typed a part alone."""
    given = [
        Copy(date(2024, 2, number), SAYS if words.endswith("SAYS") else SILENT, words.startswith("typed"))
        for number, words in enumerate(copies.split(", "), 1)
    ]

    assert checked(["At least 85"], reversed(given)) == {"At least 85": Checked(state, date(2024, 2, day))}


def test_without_a_copy_nothing_is_known() -> None:
    assert checked(["At least 85"], []) == {}


def test_no_more_copies_are_read_than_are_needed() -> None:
    def copies() -> Iterator[Copy]:
        for day, text in enumerate([SILENT, SILENT, SAYS], 1):
            yield Copy(date(2024, 2, 9 - day), text)
        pytest.fail("another copy was read")

    assert checked(["At least 85", "At least 128"], copies()) == {
        "At least 85": Checked(GONE, date(2024, 2, 7)),
        "At least 128": Checked(FOUND, date(2024, 2, 7)),
    }
