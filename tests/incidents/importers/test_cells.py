"""Reading single cells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.importers.parsing import cells
from incidents.importers.parsing.entry import Cells, RowError

Read = Callable[[Cells, str], Any]


def test_blanks_and_line_breaks_are_single_blanks() -> None:
    assert cells.text({"a": "  one\r\n two\t "}, "a") == "one two"
    assert cells.text({}, "a") == ""


def test_text_is_of_composed_characters() -> None:
    assert cells.text({"a": "Cafe\u0301"}, "a") == "Caf\u00e9"


@pytest.mark.parametrize("sign", ["\0", "\x08", "\ud800"])
def test_characters_that_no_text_holds_are_refused(sign: str) -> None:
    with pytest.raises(RowError, match="a: contains the control character"):
        cells.text({"a": f"x{sign}y"}, "a")


def test_a_cell_that_must_not_be_empty_is_refused_by_its_name() -> None:
    with pytest.raises(RowError, match="a: is empty"):
        cells.required({"a": " "}, "a")
    assert cells.required({"a": "x"}, "a") == "x"


@pytest.mark.parametrize(("cell", "number"), [("3", 3), ("3.0", 3), ("0", 0), ("", None)])
def test_a_number_of_people_is_whole(cell: str, number: int | None) -> None:
    assert cells.count({"a": cell}, "a") == number


def test_marks_for_unknown_are_no_numbers() -> None:
    assert cells.count({"a": "-9"}, "a", unknown=("", "-9")) is None
    assert cells.share({"a": "-9.0"}, "a", unknown=(-9,)) is None
    assert cells.share({"a": ""}, "a") is None


def test_a_share_may_be_a_fraction() -> None:
    assert cells.share({"a": "2.5"}, "a") == 2.5


@pytest.mark.parametrize(("cell", "number"), [("-3", -3), ("3.0", 3), ("", None)])
def test_a_code_is_a_whole_number(cell: str, number: int | None) -> None:
    assert cells.code({"a": cell}, "a") == number


@pytest.mark.parametrize(
    ("read", "cell"),
    [
        *((cells.count, cell) for cell in ("x", "1.5", "-1", "100000001", "nan", "inf")),
        *((cells.share, cell) for cell in ("x", "-1", "100000001", "nan")),
        *((cells.code, cell) for cell in ("x", "1.5", "1e300", "nan")),
        *((cells.day, cell) for cell in ("", "yesterday", "2014-02-30")),
    ],
)
def test_what_cannot_be_read_names_its_column(read: Read, cell: str) -> None:
    with pytest.raises(RowError, match=r"^a: "):
        read({"a": cell}, "a")


def test_degrees_come_in_twos() -> None:
    assert cells.spot({"latitude": "-1.5", "longitude": "2"}) == (-1.5, 2.0)
    assert cells.spot({}) is None


@pytest.mark.parametrize(("north", "east"), [("91", "0"), ("0", "181"), ("x", "0"), ("1", ""), ("nan", "0")])
def test_degrees_that_are_none_are_refused(north: str, east: str) -> None:
    with pytest.raises(RowError, match="is not a number of degrees"):
        cells.spot({"latitude": north, "longitude": east})


def test_a_day_is_read_in_the_first_form_that_fits() -> None:
    assert cells.day({"a": "05/03/2014"}, "a", "%Y", "%d/%m/%Y") == date(2014, 3, 5)
    assert cells.day({"a": "2014-03-05 10:00"}, "a") == date(2014, 3, 5)


def test_a_list_holds_each_thing_once() -> None:
    assert cells.listed({"a": "x; y;; x ;"}, "a") == ["x", "y"]


@given(st.text())
def test_any_cell_is_read_or_refused(cell: str) -> None:
    for read in (cells.text, cells.count, cells.share, cells.code, cells.day, cells.listed):
        try:
            read({"a": cell}, "a")
        except RowError as error:
            assert str(error).startswith("a: ")  # noqa: PT017
