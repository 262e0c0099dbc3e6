"""Every column is named once, and what it holds and means follows from the answer that it is a path into."""

from __future__ import annotations

import re

import pytest

from archive.columns import INCIDENTS, TABLES, Column, Kind, Table
from archive.columns.paths import fields_along, steps_of
from archive.vocabulary import Precision, Rank
from tests.archive.columns.names import NAMES

BY_NAME = {table.name: table for table in TABLES}
COLUMNS = {f"{table.name}.{column.name}": (table, column) for table in TABLES for column in table.columns}


@pytest.mark.parametrize("table", TABLES, ids=BY_NAME)
def test_no_name_of_a_column_changes_unnoticed(table: Table) -> None:
    assert list(table.names) == NAMES[table.name].split()


def test_every_table_has_its_names_written_down() -> None:
    assert list(NAMES) == list(BY_NAME)


@pytest.mark.parametrize("table", TABLES, ids=BY_NAME)
def test_names_are_words_of_small_letters_and_none_stands_twice(table: Table) -> None:
    assert [name for name in table.names if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)] == []
    assert len(set(table.names)) == len(table.names)


@pytest.mark.parametrize(("table", "column"), COLUMNS.values(), ids=COLUMNS)
def test_every_path_leads_through_the_answer_and_says_what_it_means(table: Table, column: Column) -> None:
    fields = fields_along(column.path, table.model)

    assert all(field.description for field in fields), column.path
    assert table.meaning_of(column).endswith((".", "”"))


@pytest.mark.parametrize("table", TABLES, ids=BY_NAME)
def test_every_column_has_a_kind(table: Table) -> None:
    assert len(table.kinds) == len(table.columns)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("title", Kind.TEXT),
        ("earliest", Kind.DAY),
        ("latitude", Kind.NUMBER),
        ("attacks", Kind.WHOLE),
        ("killed_low", Kind.WHOLE),
        ("killed_open_above", Kind.FLAG),
        ("conflicts", Kind.TEXT),
        ("updated_at", Kind.MOMENT),
    ],
)
def test_a_kind_follows_from_the_answer(name: str, kind: Kind) -> None:
    assert dict(zip(INCIDENTS.names, INCIDENTS.kinds, strict=True))[name] is kind


def column(table: str, name: str) -> tuple[Table, Column]:
    found = BY_NAME[table]
    return found, found.columns[found.names.index(name)]


def test_a_meaning_is_told_from_the_outside_inwards() -> None:
    table, found = column("incidents", "place_name")

    assert table.meaning_of(found) == "Settled: where it happened. What it is called."


def test_a_meaning_says_which_item_of_a_list_is_meant() -> None:
    table, found = column("incidents", "killed_low")

    assert table.meaning_of(found).startswith(
        "Its figures under the archive's rule. Of these: killed, all. The smallest number"
    )


def test_a_column_of_words_knows_their_list() -> None:
    table, found = column("incidents", "precision")
    assert table.words_of(found) is Precision
    table, found = column("claims", "rank")
    assert table.words_of(found) is Rank


@pytest.mark.parametrize("name", ["title", "responsibility"])
def test_a_column_of_other_texts_has_no_list(name: str) -> None:
    table, found = column("incidents", name)

    assert table.words_of(found) is None


def test_a_path_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="no step of a path"):
        steps_of("figures[")
