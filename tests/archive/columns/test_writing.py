"""Rows as bytes, in every format."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any

import orjson
import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet
from pydantic import BaseModel

from archive.columns import INCIDENTS, Column, Row, Table
from archive.columns.writing import (
    Notice,
    csv_of,
    geojson_of,
    has_geometry,
    jsonld_of,
    ndjson_of,
    objects,
    parquet_of,
)
from archive.columns.writing import parquet as as_parquet
from archive.columns.writing.delimited import FORMULA, MARK


class Sample(BaseModel):
    text: str
    number: int
    flag: bool
    day: date
    moment: datetime


TABLE = Table("sample", "", Sample, tuple(Column(name, name) for name in Sample.model_fields))
PLACED = Table(
    "placed", "", INCIDENTS.model, tuple(each for each in INCIDENTS.columns if each.name.endswith("itude"))
)
ROW: Row = ("A, “b”\nc", 3, True, "2024-02-07", "2024-02-07T09:30:00Z")
EMPTY: Row = (None, None, None, None, None)
NOTICE = Notice(
    "An archive", "https://example.org/x", "https://example.org/terms", datetime(2026, 1, 2, tzinfo=UTC)
)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20)


def whole(pieces: Iterator[bytes]) -> bytes:
    return b"".join(pieces)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode(), newline="")))


# CSV


def test_a_table_without_rows_has_its_names() -> None:
    assert whole(csv_of(TABLE, [])) == b"text,number,flag,day,moment\r\n"


def test_cells_are_plain_and_empty_ones_are_empty() -> None:
    lines = read(whole(csv_of(TABLE, [[ROW], [EMPTY]])))

    assert lines[1:] == [["A, “b”\nc", "3", "true", "2024-02-07", "2024-02-07T09:30:00Z"], [""] * 5]


def test_a_flag_that_is_not_so_says_it() -> None:
    assert read(whole(csv_of(TABLE, [[("", 0, False, None, None)]])))[1][1:3] == ["0", "false"]


@given(st.lists(texts, max_size=5))
def test_every_text_comes_back_as_it_was(given: list[str]) -> None:
    lines = read(whole(csv_of(TABLE, [[(text, *EMPTY[1:])] for text in given])))

    assert [line[0] for line in lines[1:]] == given


@given(texts)
def test_no_text_is_taken_for_a_formula_and_none_is_lost(given: str) -> None:
    lines = read(whole(csv_of(TABLE, [[(given, *EMPTY[1:])]], excel=True)))

    found = lines[1][0]
    assert not found.startswith(FORMULA)
    assert found.removeprefix("'") == given.removeprefix("'")


def test_a_spreadsheet_is_told_the_encoding_and_nobody_else() -> None:
    assert whole(csv_of(TABLE, [], excel=True)).decode().startswith(MARK)
    assert not whole(csv_of(TABLE, [])).decode().startswith(MARK)


def test_a_last_line_says_that_the_file_is_whole() -> None:
    assert whole(csv_of(TABLE, [[EMPTY, EMPTY]], end=True)).endswith(b"\r\n#end,2\r\n")


# One answer to a line


def test_each_answer_has_a_line() -> None:
    assert whole(ndjson_of([['{"a":1}', '{"a":2}'], ['{"a":3}']])) == b'{"a":1}\n{"a":2}\n{"a":3}\n'


def test_a_last_answer_says_that_the_file_is_whole() -> None:
    assert whole(ndjson_of([["1"]], end=True)) == b'1\n{"end":true,"rows":1}\n'


def test_a_row_is_an_object_of_its_columns() -> None:
    (text,) = objects(TABLE, [ROW])

    assert orjson.loads(text) == dict(zip(TABLE.names, ROW, strict=True))


# GeoJSON


@pytest.mark.parametrize("sizes", [(), (1,), (2, 1), (0, 2)])
def test_features_are_one_collection_however_they_come(sizes: Sequence[int]) -> None:
    chunks = [[(30.5, 67.0)] * size for size in sizes]
    found = orjson.loads(whole(geojson_of(PLACED, chunks, NOTICE)))

    assert (found["type"], found["licence"]) == ("FeatureCollection", NOTICE.licence)
    assert len(found["features"]) == sum(sizes)
    assert all(each["geometry"]["coordinates"] == [67.0, 30.5] for each in found["features"])


def test_what_nothing_locates_has_no_geometry() -> None:
    (found,) = orjson.loads(whole(geojson_of(PLACED, [[(None, None)]], NOTICE)))["features"]

    assert found == {"type": "Feature", "geometry": None, "properties": {"latitude": None, "longitude": None}}


def test_a_last_member_says_that_the_collection_is_whole() -> None:
    assert orjson.loads(whole(geojson_of(PLACED, [[(1.0, 2.0)]], NOTICE, end=True)))["rows"] == 1


def test_a_table_without_coordinates_is_no_map() -> None:
    assert [has_geometry(table) for table in (PLACED, TABLE)] == [True, False]


# JSON-LD


@pytest.mark.parametrize("sizes", [(), (1,), (2, 1)])
def test_things_are_one_graph_however_they_come(sizes: Sequence[int]) -> None:
    chunks = [[{"@type": "Event"}] * size for size in sizes]
    found = orjson.loads(whole(jsonld_of(chunks, NOTICE)))

    assert (found["@context"], found["license"]) == ("https://schema.org", NOTICE.licence)
    assert len(found["@graph"]) == sum(sizes)


def test_a_graph_under_no_terms_names_none() -> None:
    assert "license" not in orjson.loads(whole(jsonld_of([], replace(NOTICE, licence=""))))


# Parquet


def table_of(pieces: Iterator[bytes]) -> Any:
    return parquet.read_table(BytesIO(whole(pieces)))


def test_cells_are_what_their_columns_say() -> None:
    found = table_of(parquet_of(TABLE, [[ROW, EMPTY]], NOTICE))

    assert found.column("flag").to_pylist() == [True, None]
    assert found.column("day").to_pylist() == [date(2024, 2, 7), None]
    assert found.column("moment").to_pylist() == [datetime(2024, 2, 7, 9, 30, tzinfo=UTC), None]
    assert found.schema.field("number").type == pyarrow.int64()


def test_a_table_without_rows_has_its_columns() -> None:
    found = table_of(parquet_of(TABLE, [], NOTICE))

    assert (found.num_rows, tuple(found.column_names)) == (0, TABLE.names)


def test_rows_go_out_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_parquet, "GROUP", 3)
    pieces = list(parquet_of(TABLE, [[ROW] * 2, [ROW] * 5], NOTICE))

    found = parquet.ParquetFile(BytesIO(b"".join(pieces)))
    assert [found.metadata.row_group(each).num_rows for each in range(found.num_row_groups)] == [3, 3, 1]
    assert sum(1 for piece in pieces if piece) >= 4


def test_a_file_says_whence_it_came_and_under_which_terms() -> None:
    said = table_of(parquet_of(TABLE, [], NOTICE)).schema.metadata

    assert said[b"licence"] == b"https://example.org/terms"
    assert said[b"read_at"] == b"2026-01-02T00:00:00+00:00"
