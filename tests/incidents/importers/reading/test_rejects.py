"""Refused rows come back as a file that can be mended and imported again."""

from __future__ import annotations

from pathlib import Path

from incidents.importers.reading import Rejected, open_table, write_rejects
from tests.incidents.importers.reading.files import FORM, cells, file


def write(path: Path, *rejects: Rejected) -> int:
    with path.open("w", newline="", encoding="utf-8") as opened:
        return write_rejects(opened, FORM.variants[0], rejects)


def test_a_mended_file_of_refused_rows_has_the_columns_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"

    assert write(path, Rejected(12, "killed: “x” is no number", ["7", 'say "go",\nnow', "1"])) == 1
    with open_table(path, FORM) as table:
        assert table.columns == ("id", "name", "killed")
        (row,) = table.rows()
    assert row.values == ("7", 'say "go",\nnow', "1")
    assert dict(row.cells) == {"id": "7", "name": 'say "go",\nnow', "killed": "1"}


def test_a_row_of_too_many_cells_keeps_them_all(tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"
    write(path, Rejected(3, "has 4 cells", ["7", "a", "1", "more"]), Rejected(4, "has 1 cell", ["8"]))

    with open_table(path, FORM) as table:
        rows = list(table.rows())
    assert [row.values for row in rows] == [("7", "a", "1", "more"), ("8",)]
    assert all(row.problem for row in rows)


def test_what_was_said_of_rows_is_passed_over_wherever_it_stands(tmp_path: Path) -> None:
    content = b"id,refused: reason,name,killed,Refused: line\n7,bad,a,1,12\n"

    with open_table(file(tmp_path, content), FORM) as table:
        assert cells(list(table.rows())) == [{"id": "7", "name": "a", "killed": "1"}]
