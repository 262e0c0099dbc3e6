"""Dates as datasets give them: between two days, or in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.dates import bounds
from incidents.importers.parsing.days import between
from incidents.importers.parsing.written import written_date


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        ("2014-03-05", "2014-03-05", "2014-03-05"),
        ("2014-03-05", "2014-03-07", "2014-03-05/2014-03-07"),
        ("2014-03-01", "2014-03-31", "2014-03"),
        ("2016-02-01", "2016-02-29", "2016-02"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2014-01-01", "2015-12-31", "2014-01-01/2015-12-31"),
    ],
)
def test_two_days_enclose_a_month_or_a_year_or_an_interval(first: str, last: str, edtf: str) -> None:
    assert between(date.fromisoformat(first), date.fromisoformat(last)) == edtf


@given(st.tuples(st.dates(), st.dates()).map(sorted))
def test_what_lies_between_two_days_begins_and_ends_with_them(days: list[date]) -> None:
    found = bounds(between(*days))
    assert [found.earliest, found.latest] == days


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("March 12-15, 1978", "[1978-03-12..1978-03-15]"),
        ("12-15 March 1978", "[1978-03-12..1978-03-15]"),
        ("March 12 or 13, 1978", "[1978-03-12..1978-03-13]"),
        ("between June 3 and July 5, 1983", "[1983-06-03..1983-07-05]"),
        ("3 June - 5 July 1983", "[1983-06-03..1983-07-05]"),
        ("December 30, 1983 - January 2, 1984", "[1983-12-30..1984-01-02]"),
        ("June or July 1983", "[1983-06..1983-07]"),
        ("March 1978-April 1979", "[1978-03..1979-04]"),
        ("1983-1984", "[1983..1984]"),
        ("Late June 1983", "1983-06"),
        ("Mid-March 1978", "1978-03"),
        ("early in 1978", "1978"),
        ("Spring 1978", "1978"),
        ("March 1978", "1978-03"),
        ("1978", "1978"),
        ("Sept. 3rd, 1990", "1990-09-03"),
        ("around May 1999", "1999-05~"),
        ("c. 1999", "1999~"),
    ],
)
def test_a_date_in_words_is_read_where_it_is_sure(words: str, edtf: str) -> None:
    assert written_date(words) == edtf


@pytest.mark.parametrize(
    "words",
    [
        *("", "Unknown", "3/4/1978", "Winter 1983", "Summer 1983", "February 30, 1999", "Smarch 1990"),
        *("March 15-12, 1978", "early March 3, 1978", "about 1-2 May 1980", "about the harvest", "0000"),
        *("December 30 - January 2, 1984", "after the harvest", "early something", "twice in May 1980"),
    ],
)
def test_what_is_not_sure_is_not_read(words: str) -> None:
    assert written_date(words) is None


@given(st.text())
def test_any_words_are_read_or_not(words: str) -> None:
    found = written_date(words)
    assert found is None or bounds(found).is_dated
