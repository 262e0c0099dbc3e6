"""A file's encoding is decided once; a row that is not written in it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from incidents.importers.reading import FileError
from tests.incidents.importers.reading.files import HEADER, cells, read


def test_utf_8_is_read(tmp_path: Path) -> None:
    assert cells(read(tmp_path, HEADER + "7,Čaman,1\n".encode()))[0]["name"] == "Čaman"


def test_what_is_not_utf_8_is_windows_1252(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + "7,Malé “north”,1\n8,Malé,2\n".encode("cp1252"))

    assert [row.cells["name"] for row in rows] == ["Malé “north”", "Malé"]


def test_one_wrong_byte_in_a_file_of_utf_8_is_the_matter_of_its_row(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + "7,Malé,1\n8,Malé,2\n".encode() + b"9,Mal\xe9,3\n")

    assert [row.cells.get("name") for row in rows] == ["Malé", "Malé", None]
    assert (
        rows[2].problem
        == "line 4 holds the byte 0xe9, which is no text in UTF-8; write the letter that is meant"
    )
    assert rows[2].values == ("9", "Mal\\xe9", "3")


def test_a_byte_that_windows_1252_has_not_is_the_matter_of_its_row(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b"7,Mal\xe9,1\n8,\x81,2\n")

    assert [bool(row.problem) for row in rows] == [False, True]


def test_a_byte_order_mark_says_utf_8_whatever_follows(tmp_path: Path) -> None:
    rows = read(tmp_path, b"\xef\xbb\xbf" + HEADER + b"7,Mal\xe9,1\n")

    assert "no text in UTF-8" in rows[0].problem


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_other_encodings_are_named(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(FileError, match="is written in UTF-16 or UTF-32; save it as UTF-8"):
        read(tmp_path, HEADER.decode().encode(encoding))
