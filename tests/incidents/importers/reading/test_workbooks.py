"""A workbook's first sheet is read as a CSV file of it would be."""

from __future__ import annotations

import gzip
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from incidents.importers.reading import FileError, Limits, open_table
from incidents.importers.reading.workbook import text_of
from tests.incidents.importers.reading.files import FORM, cells, file, read, with_shared_strings, workbook

HEAD = ["id", "name", "killed"]


def test_a_sheet_is_a_table(tmp_path: Path) -> None:
    rows = read(tmp_path, workbook(HEAD, [197001010002, "Čaman", 2], [], ["x", None, 0], ["y", ""]))

    assert cells(rows) == [
        {"id": "197001010002", "name": "Čaman", "killed": "2"},
        {"id": "x", "killed": "0"},
        {"id": "y"},
    ]
    assert [(row.number, row.line) for row in rows] == [(1, 2), (2, 4), (3, 5)]


def test_a_packed_workbook_is_read_too(tmp_path: Path) -> None:
    assert len(read(tmp_path, gzip.compress(workbook(HEAD, [1, "a", 2])))) == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "TRUE"),
        (197001010002, "197001010002"),
        (197001010002.0, "197001010002"),
        (0.5, "0.5"),
        (1e300, "1e+300"),
        (datetime(2018, 7, 13), "2018-07-13"),
        (datetime(2018, 7, 13, 9, 5), "2018-07-13T09:05:00"),
        (date(2018, 7, 13), "2018-07-13"),
        (time(9, 5), "09:05:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        ("=1", "=1"),
    ],
)
def test_cells_are_text_as_in_a_csv_file(value: object, text: str) -> None:
    assert text_of(value) == text


def test_a_formula_is_never_evaluated(tmp_path: Path) -> None:
    assert cells(read(tmp_path, workbook(HEAD, [1, "=1+1", 2]))) == [{"id": "1", "killed": "2"}]


def test_rows_that_make_no_sense_are_refused(tmp_path: Path) -> None:
    rows = read(tmp_path, workbook(HEAD, [1, "a", 2, "more"], [2, "b", 2]))

    assert [row.problem for row in rows] == ["has 4 cells where the file has 3 columns", ""]


def test_texts_kept_apart_from_their_cells_are_found(tmp_path: Path) -> None:
    names = ["Čaman", "a_x000D_b", "Čaman", "", "b_x0000_"]
    book = with_shared_strings(workbook(HEAD, *[[1, name, 2] for name in names]))

    rows = read(tmp_path, book)
    assert [row.cells.get("name") for row in rows[:4]] == ["Čaman", "a\rb", "Čaman", None]
    assert rows[4].problem == "holds a NUL byte; take it out"


def test_a_text_that_is_not_there_is_damage(tmp_path: Path) -> None:
    book = with_shared_strings(workbook(HEAD, [1, "a", 2]), first=5)

    with pytest.raises(FileError, match="is a workbook that cannot be read"):
        read(tmp_path, book)


def test_progress_ends_at_the_size_of_the_file(tmp_path: Path) -> None:
    with open_table(file(tmp_path, workbook(HEAD, [1, "a", 2])), FORM) as table:
        list(table.rows())
        assert 0 <= table.bytes_read <= table.bytes_total
    assert table.bytes_read == table.bytes_total


def test_a_damaged_workbook_is_told(tmp_path: Path) -> None:
    content = bytearray(workbook(HEAD, *[[number, "a" * number, 2] for number in range(500)]))
    place = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[place : place + 40] = bytes(40)

    with pytest.raises(FileError, match="is a workbook that cannot be read"):
        read(tmp_path, bytes(content))


def test_a_workbook_of_charts_alone_has_no_rows(tmp_path: Path) -> None:
    book = Workbook()
    book.create_chartsheet()
    book.remove(book.worksheets[0])
    book.save(tmp_path / "charts.xlsx")

    with pytest.raises(FileError, match=r"charts\.xlsx: is a workbook"):
        open_table(tmp_path / "charts.xlsx", FORM)


def test_rows_numbered_beyond_the_end_of_any_sheet_are_refused(tmp_path: Path) -> None:
    book = with_shared_strings(workbook(HEAD, [1, "a", 2]), row=99)

    with pytest.raises(FileError, match="has more empty rows than a sheet can have"):
        read(tmp_path, book, limits=Limits(gap=50))


def test_a_workbook_of_the_old_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is a workbook of an old kind"):
        read(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_a_workbook_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="would unpack to"):
        read(tmp_path, workbook(HEAD, [1, "a", 2]), limits=Limits(unpacked=1_000))
