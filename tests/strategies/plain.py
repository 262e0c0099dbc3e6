"""Text, dates and words of the record, as plain data."""

from __future__ import annotations

import string
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from archive.vocabulary import Term

Data = dict[str, Any]

LETTERS = string.ascii_letters + string.digits + " .,:–’“”éüşدپ漢&<>'\""
COUNTS = st.integers(0, 400)
DAYS = st.dates(date(2018, 1, 1), date(2026, 12, 31)).map(date.isoformat)


def words(longest: int = 30) -> SearchStrategy[str]:
    """One line of text that a record keeps as it is, empty included."""
    return st.text(LETTERS, max_size=longest).map(str.strip)


def names() -> SearchStrategy[str]:
    return st.text(LETTERS, min_size=1, max_size=20).map(lambda text: text.strip() or "name")


def terms(kind: type[Term]) -> SearchStrategy[Term]:
    return st.sampled_from(list(kind))


def maybe(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | values


def moments() -> SearchStrategy[str]:
    """EDTF dates of many forms."""
    return st.one_of(
        DAYS,
        DAYS.map(lambda day: day[:7]),
        DAYS.map(lambda day: day[:4]),
        DAYS.map(lambda day: f"{day}~"),
        DAYS.map(lambda day: f"{day}/.."),
        DAYS.map(lambda day: f"../{day}"),
        st.lists(DAYS, min_size=2, max_size=2, unique=True).map(lambda days: f"[{','.join(sorted(days))}]"),
        st.lists(DAYS, min_size=2, max_size=2).map(lambda days: "/".join(sorted(days))),
    )
