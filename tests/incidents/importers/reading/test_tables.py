"""A file is a table of rows, whatever its header, delimiter and line breaks are like."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from incidents.importers.reading import FileError, digest, open_table
from tests.incidents.importers.reading.files import FORM, HEADER, cells, file, form, read


def test_each_row_has_its_number_and_the_line_on_which_it_begins(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b'7,"two\nlines",1\n\n8,one,2\n')

    assert [(row.number, row.line) for row in rows] == [(1, 2), (2, 5)]
    assert rows[0].values == ("7", "two\nlines", "1")


def test_empty_cells_are_left_out(tmp_path: Path) -> None:
    assert cells(read(tmp_path, HEADER + b"7,,1\n")) == [{"id": "7", "killed": "1"}]


def test_columns_stand_in_any_order_and_case_beside_others(tmp_path: Path) -> None:
    with open_table(file(tmp_path, b" Killed,remark,ID\n3,x,7\n"), FORM) as table:
        assert table.columns == ("killed", "remark", "id")
        assert cells(list(table.rows())) == [{"killed": "3", "remark": "x", "id": "7"}]


@pytest.mark.parametrize("delimiter", [b";", b"\t", b","])
def test_the_header_tells_what_stands_between_cells(tmp_path: Path, delimiter: bytes) -> None:
    content = delimiter.join([b"id", b"name", b"killed"]) + b"\n" + delimiter.join([b"7", b"'a|b:'", b"1"])

    assert cells(read(tmp_path, content)) == [{"id": "7", "name": "'a|b:'", "killed": "1"}]


def test_a_byte_order_mark_and_windows_line_breaks_are_no_part_of_cells(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + (HEADER + b'7,"two\nlines",1\n').replace(b"\n", b"\r\n")

    assert cells(read(tmp_path, content)) == [{"id": "7", "name": "two\r\nlines", "killed": "1"}]


def test_a_line_of_hxl_tags_is_no_row(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b"#id,,#affected+killed\n7,a,1\n")

    assert [(row.number, row.line, row.cells["id"]) for row in rows] == [(1, 3, "7")]


def test_a_file_without_a_header_has_the_columns_of_the_variant_of_its_width(tmp_path: Path) -> None:
    assert cells(read(tmp_path, b"7,a,1,seen\n8,b,2,\n")) == [
        {"id": "7", "name": "a", "killed": "1", "note": "seen"},
        {"id": "8", "name": "b", "killed": "2"},
    ]


def test_a_format_of_nothing_but_needed_columns_always_has_a_header(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="lacks the columns day, id of Counts"):
        read(tmp_path, b"7,2024-02-07\n", form=form(["id", "day"], needed=["id", "day"]))


def test_missing_columns_are_named_beside_those_that_were_found(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        read(tmp_path, b"id,name,dead\x07\n7,a,1\n")

    assert str(refused.value) == (
        "counts.csv: lacks the columns killed of Counts; its first line has: “id”, “name”, “dead?”"
    )


def test_a_message_names_some_of_many_columns(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"“c11” and 2 more$"):
        read(tmp_path, ",".join(f"c{number}" for number in range(14)).encode())


def test_a_column_of_the_format_stands_there_once(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="has the column “id” twice"):
        read(tmp_path, b"id,killed,ID\n7,1,8\n")


def test_other_columns_without_a_name_or_of_one_name_are_told_apart_by_their_places(tmp_path: Path) -> None:
    rows = read(tmp_path, b"id,killed,,x,x\n7,1,a,b,c\n")

    assert cells(rows) == [{"id": "7", "killed": "1", "column 3": "a", "x": "b", "x 5": "c"}]


@pytest.mark.parametrize("content", [b"", b"\n\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FileError, match=r"counts\.csv: is empty"):
        read(tmp_path, content)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"^none\.csv: cannot be read: No such file or directory$"):
        open_table(tmp_path / "none.csv", FORM)


def test_the_first_rows_can_be_passed_over(tmp_path: Path) -> None:
    content = HEADER + b"7,a,1\n8,b\n9,c,3\n"

    assert read(tmp_path, content, after=1) == read(tmp_path, content)[1:]
    assert read(tmp_path, content, after=4) == []


def test_rows_can_be_read_again(tmp_path: Path) -> None:
    with open_table(file(tmp_path, HEADER + b"7,a,1\n8,b,2\n"), FORM) as table:
        next(table.rows())
        assert len(list(table.rows())) == 2


def test_a_table_tells_how_far_reading_has_come(tmp_path: Path) -> None:
    content = HEADER + b"7,a,1\n" * 60_000
    with open_table(file(tmp_path, content), FORM) as table:
        rows = table.rows()
        next(rows)
        assert 0 < table.bytes_read < table.bytes_total == len(content)
        assert sum(1 for _ in rows) == 59_999
        assert table.bytes_read == len(content)


def test_a_digest_tells_files_apart(tmp_path: Path) -> None:
    path = file(tmp_path, HEADER)

    with open_table(path, FORM) as table:
        assert table.sha256 == digest(path) == hashlib.sha256(HEADER).hexdigest()
