"""A row that cannot be split into cells is refused by itself; never is half a row taken for a whole one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from incidents.importers.reading import LIMITS, FileError, Row
from tests.incidents.importers.reading.files import HEADER, read

SMALL = replace(LIMITS, row=2_000, lines=50, cell=500, shown=100)


def good(rows: list[Row]) -> list[str]:
    return [row.cells["id"] for row in rows if not row.problem]


def problems(rows: list[Row]) -> dict[int, str]:
    """By the lines on which the rows begin."""
    return {row.line: row.problem for row in rows if row.problem}


def ids(first: int, count: int) -> bytes:
    return b"".join(b"%d,a,1\n" % id for id in range(first, first + count))


@pytest.mark.parametrize(("line", "found"), [(b"7,a\n", "2 cells"), (b"7,a,1,2\n", "4 cells")])
def test_a_row_of_too_few_or_too_many_cells_is_refused(tmp_path: Path, line: bytes, found: str) -> None:
    rows = read(tmp_path, HEADER + line + ids(8, 1))

    assert problems(rows) == {2: f"has {found} where the file has 3 columns"}
    assert rows[0].values == tuple(line.decode().strip().split(","))
    assert good(rows) == ["8"]


def test_a_nul_byte_is_named_with_its_line(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b'7,"a\nb\0",1\n' + ids(8, 1))

    assert problems(rows) == {2: "line 3 holds a NUL byte; take it out"}
    assert good(rows) == ["8"]


def test_a_cell_that_is_too_long_is_refused(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b"7," + b"x" * 501 + b",1\n" + ids(8, 1), limits=SMALL)

    assert problems(rows) == {2: "has a cell of 501 characters; 500 are read"}
    assert good(rows) == ["8"]


def test_a_line_longer_than_a_row_is_refused_by_its_beginning(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b"7," + b"x" * 9_000 + b",1\n" + ids(8, 1), limits=SMALL)

    assert "longer than a row may be" in problems(rows)[2]
    assert rows[0].values == ("7", "x" * 98)
    assert good(rows) == ["8"]


def test_a_last_line_longer_than_a_row_is_refused_too(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + ids(6, 1) + b"7," + b"x" * 9_000, limits=SMALL)

    assert list(problems(rows)) == [3]


def test_a_cell_of_very_many_lines_is_one_refused_row(tmp_path: Path) -> None:
    cell = b"\n".join(b"%d,b" % line for line in range(1_000))
    rows = read(tmp_path, HEADER + b'7,"' + cell + b'",1\n' + ids(8, 3), limits=SMALL)

    assert list(problems(rows)) == [2]
    assert problems(rows)[2].endswith("it ends on line 1001")
    assert good(rows) == ["8", "9", "10"]


def test_a_stray_quote_takes_no_other_row_with_it(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b'7,"a,1\n' + ids(8, 4))

    assert list(problems(rows)) == [2]
    assert "quotes that do not match" in problems(rows)[2]
    assert good(rows) == ["8", "9", "10", "11"]


def test_a_stray_quote_before_very_many_rows_takes_none_with_it(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b'7,"a,1\n' + ids(8, 5_000), limits=SMALL)

    assert list(problems(rows)) == [2]
    assert len(good(rows)) == 5_000


def test_two_quotes_that_swallow_a_line_break_do_not_make_one_row_of_two(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b'7,"a,1\n8,", and",1\n' + ids(9, 3))

    assert 2 in problems(rows)
    assert good(rows) == ["9", "10", "11"] or good(rows) == ["8", "9", "10", "11"]


def test_lines_of_a_cell_with_bare_quotes_are_not_taken_for_rows(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b'7,"he said "go" to\n8,b,1\nme, and ",2\n' + ids(9, 3))

    assert list(problems(rows)) == [2, 3, 4]
    assert "stands behind a row whose quotes do not match" in problems(rows)[3]
    assert good(rows) == ["9", "10", "11"]


def test_rows_after_the_last_broken_one_are_refused_when_too_few_to_be_trusted(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + ids(5, 2) + b'7,"a,1\n' + ids(8, 2))

    assert list(problems(rows)) == [4, 5, 6]
    assert good(rows) == ["5", "6"]


def test_a_quote_that_never_closes_and_hides_the_rest_ends_the_reading(tmp_path: Path) -> None:
    with pytest.raises(
        FileError, match="has a quote on line 2 that never closes; what follows it cannot be read"
    ):
        read(tmp_path, HEADER + b'7,"' + b"x\n" * 5_000, limits=SMALL)


def test_a_file_cut_off_within_quotes_yields_no_half_row(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + ids(5, 2) + b'7,"a\nb')

    assert good(rows) == ["5", "6"]
    assert list(problems(rows)) == [4, 5]


def test_quotes_that_match_nowhere_end_the_reading(tmp_path: Path) -> None:
    limits = replace(SMALL, again=1_000)
    content = HEADER + (ids(1, 4) + b'7,"a,1\n') * 100

    with pytest.raises(FileError, match=r"quotes that do not match in too many places, up to line \d+"):
        read(tmp_path, content, limits=limits)


def test_a_first_line_that_cannot_be_split_is_no_header(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="has a first line that cannot be read: it has quotes"):
        read(tmp_path, b'id,"name"x,killed\n7,a,1\n')


def test_a_single_quote_within_a_cell_is_a_letter(tmp_path: Path) -> None:
    (row,) = read(tmp_path, HEADER + b'7,5" shells,1\n')

    assert row.cells["name"] == '5" shells'


def test_formulas_and_markup_are_text(tmp_path: Path) -> None:
    (row,) = read(tmp_path, HEADER + b'7,"=HYPERLINK(""http://a"")",<b>1</b>\n')

    assert row.values == ("7", '=HYPERLINK("http://a")', "<b>1</b>")


@pytest.mark.parametrize(
    ("torn", "refused"),
    [(b"7,a,1\nmore\n", [3, 4]), (b"7\nmore,a,1\n", [3, 4]), (b"7\n", [2, 3, 4])],
)
def test_a_row_torn_apart_by_a_line_break_is_not_half_taken(
    tmp_path: Path, torn: bytes, refused: list[int]
) -> None:
    rows = read(tmp_path, HEADER + ids(1, 1) + torn + ids(8, 1))

    assert refused[0] in problems(rows)
    assert all("7" not in row.cells.get("id", "") and "more" not in row.cells.get("id", "") for row in rows)


def test_the_end_of_a_cell_behind_a_stray_quote_is_no_row(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + b'7,"a"\n,b",\n' + ids(8, 3))

    assert list(problems(rows)) == [2, 3]
    assert good(rows) == ["8", "9", "10"]
