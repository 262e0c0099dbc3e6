"""Days of the week, reckoned from the day on which a source appeared."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vocabulary import Property
from incidents.proposals import Setting, read

#: A Thursday.
THURSDAY = date(2024, 2, 8)


def days(text: str, published: date | None = THURSDAY) -> list[str]:
    return [one.value for one in read(text, (), Setting(published)) if one.property is Property.DATE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Wednesday a bomb killed 14.", ["2024-02-07"]),
        ("A bomb killed 14 late on Thursday.", ["2024-02-08"]),
        ("Wednesday’s blast killed 14.", ["2024-02-07"]),
        ("Friday's suicide attack killed 14.", ["2024-02-02"]),
        ("A bomb killed 14 people Wednesday.", ["2024-02-07"]),
        ("Police said on Thursday that 14 were killed.", []),
        ("Police told reporters late on Thursday that 14 were killed.", []),
        ("Two of the wounded died of their injuries on Thursday.", []),
        ("Friday prayers had begun when the bomb went off.", []),
        ("The bomb went off, and Friday prayers were held.", []),
        ("Schools will be closed until Monday after the blast.", []),
        ("Wednesday’s paper told of the blast.", []),
        ("The toll of the attack rose to 31 on Thursday.", []),
        ("The market opens on Friday.", []),
        ("The blast came, Wednesday, as they slept.", []),
    ],
)
def test_the_day_of_a_deed_is_the_last_such_day(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_without_a_day_of_publication_there_is_no_day() -> None:
    assert days("On Wednesday a bomb killed 14.", None) == []


def test_the_reason_says_how_the_day_was_reckoned() -> None:
    found = next(one for one in read("On Wednesday a bomb killed 14.", (), Setting(THURSDAY)) if one.value)
    assert found.why == (
        "“On Wednesday” is taken as 2024-02-07: the last Wednesday on or before 2024-02-08, when the source"
        " appeared.",
    )


@given(st.dates(date(1900, 1, 1)), st.integers(0, 6))
def test_a_day_lies_within_the_week_before_the_text(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    assert days(f"On {day:%A} a bomb killed 14.", published) == [str(day)]
