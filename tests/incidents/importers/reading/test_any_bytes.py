"""Any bytes whatever end in rows or in a FileError, and no row is lost on the way."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from incidents.importers.reading import Row
from tests.fuzz import reading
from tests.fuzz.damage import made
from tests.incidents.importers.reading.files import form, read

WIDE = form(["id", "a", "b", "c", "d"], needed=["id", "d"])
#: Text as people write it: a cell that begins with a line break or a comma may, by a stray quote before it,
#: become the end of another, and nothing tells.
CELLS = st.text(st.sampled_from('x", \n=<é'), max_size=8).map(lambda text: text.strip(", \n"))
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=12)


def written(table: list[tuple[str, ...]]) -> tuple[list[tuple[str, ...]], list[bytes]]:
    """The rows with an id each, and the text of each of them."""
    rows = [(f"id{place}", *cells) for place, cells in enumerate(table)]
    texts = []
    for row in rows:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerow(row)
        texts.append(text.getvalue().encode())
    return rows, texts


def rows_of(content: bytes) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return read(Path(folder), b"id,a,b,c,d\n" + content, form=WIDE)


@given(st.integers(0, 2**32))
def test_damaged_files_end_in_rows_or_one_clear_sentence(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any"
        path.write_bytes(made(Random(number)))
        assert reading.table_of(path)
        assert reading.records_of(path)


@given(st.binary(max_size=300))
def test_bytes_without_any_sense_are_read_to_their_end(content: bytes) -> None:
    for row in rows_of(content):
        assert row.problem or len(row.values) == 5


@given(TABLES)
def test_whole_rows_are_read_as_they_were_written(table: list[tuple[str, ...]]) -> None:
    rows, texts = written(table)

    assert [row.values for row in rows_of(b"".join(texts))] == rows


def between_characters(text: bytes) -> list[int]:
    """Within a character of UTF-8 a byte would make the whole file one of another encoding."""
    return [
        place for place in range(len(text) + 1) if text[place : place + 1] < b"\x80" or text[place] >= 0xC0
    ]


@given(TABLES, st.data())
def test_a_stray_byte_loses_no_row_and_makes_none_up(
    table: list[tuple[str, ...]], data: st.DataObject
) -> None:
    rows, texts = written(table)
    hit = data.draw(st.integers(0, len(texts) - 1))
    place = data.draw(st.sampled_from(between_characters(texts[hit])[len(f"id{hit}") :]))
    stray = data.draw(st.sampled_from([b'"', b",", b"\0", b"\n"]))
    texts[hit] = texts[hit][:place] + stray + texts[hit][place:]
    found = rows_of(b"".join(texts))

    seen = "\n".join(value for row in found for value in row.values)
    assert all(row[0] in seen for place, row in enumerate(rows) if place != hit)
    made_up = {row.values for row in found if not row.problem} - set(rows)
    assert len(made_up) <= 1
    assert all(values[0].startswith(f"id{hit}") for values in made_up)
    assert stray != b"\n" or all("\n" in "".join(values) for values in made_up)


@given(TABLES, st.data())
def test_a_file_cut_off_has_the_rows_before_the_cut(
    table: list[tuple[str, ...]], data: st.DataObject
) -> None:
    rows, texts = written(table)
    content = b"".join(texts)
    cut = data.draw(st.integers(0, len(content)))
    whole = [row for place, row in enumerate(rows) if len(b"".join(texts[: place + 1])) <= cut]

    good = [row.values for row in rows_of(content[:cut]) if not row.problem]
    assert good[: len(whole) - 1] == whole[:-1]
    assert len(good) <= len(whole) + 1
