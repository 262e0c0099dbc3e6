"""The codebook holds every field of the published schema and every word that may stand in one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive import vocabulary
from archive.codebook import codebook
from archive.columns import TABLES
from archive.meanings import MEANINGS
from archive.vocabulary import ChangeKind, Disputed, Doubt, Located, Origins, Term, Unit

SCHEMA = json.loads(Path("static/record.schema.json").read_text(encoding="utf-8"))

#: Lists that stand in questions, or in answers about records, and not in records.
BESIDE_RECORDS = {ChangeKind, Disputed, Doubt, Located, Origins, Unit}
LISTS = {each for each in vars(vocabulary).values() if isinstance(each, type) and issubclass(each, Term)}


def test_every_part_and_field_of_the_schema_is_there() -> None:
    found = {part.name: {field.name for field in part.fields} for part in codebook().parts}
    for name, part in {**SCHEMA["$defs"], "Record": SCHEMA}.items():
        if "properties" in part:
            assert found["Claim" if name.endswith("Claim") else name] == set(part["properties"])


def test_every_part_and_every_field_says_what_it_means() -> None:
    for part in codebook().parts:
        assert part.meaning, part.name
        assert [field.name for field in part.fields if not field.meaning] == []


def test_every_field_says_what_it_holds() -> None:
    silent = {
        f"{part.name}.{field.name}"
        for part in codebook().parts
        for field in part.fields
        if not (field.of or field.holds)
    }
    assert silent == {"Claim.value"}


def test_every_word_of_every_list_has_its_meaning() -> None:
    assert set(MEANINGS) == LISTS - BESIDE_RECORDS - {Term}
    for words, meanings in MEANINGS.items():
        assert set(meanings) == set(words), words
        assert all(meaning.endswith(".") for meaning in meanings.values())


def test_the_words_that_the_schema_allows_are_those_of_the_lists() -> None:
    lists = {each.name: [word.word for word in each.words] for each in codebook().lists}
    for name, node in SCHEMA["$defs"].items():
        if "enum" in node:
            assert sorted(node["enum"]) == sorted(lists[name])


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("Record", ()),
        ("Claim", ("claims[]",)),
        ("Citation", ("claims[].citations[]",)),
        ("Alias", ("actors[].aliases[]", "places[].names[]")),
    ],
)
def test_a_part_says_where_it_stands(name: str, paths: tuple[str, ...]) -> None:
    (found,) = [part.paths for part in codebook().parts if part.name == name]

    assert found == paths


@pytest.mark.parametrize(
    ("part", "name", "holds"),
    [
        ("Record", "schema", "one of these"),
        ("Source", "url", "address of a page"),
        ("Source", "title", "text, up to 2,000 characters"),
        ("Quantity", "low", "whole number, from 0 to 100,000,000"),
        ("Figure", "low", "whole number, 0 or more"),
        ("Time", "approximate", "yes or no"),
    ],
)
def test_a_field_says_in_words_what_it_holds(part: str, name: str, holds: str) -> None:
    (found,) = [
        field for each in codebook().parts if each.name == part for field in each.fields if field.name == name
    ]
    assert found.holds == holds


def test_a_claim_says_what_it_carries_by_its_property() -> None:
    (claim,) = [part for part in codebook().parts if part.name == "Claim"]

    assert [word for word, _ in claim.values] == list(vocabulary.Property)
    assert dict(claim.values)["killed"] == "Quantity"


def test_a_list_leads_to_the_fields_that_hold_its_words() -> None:
    stands = {each.name: each.stands_in for each in codebook().lists}

    assert stands["AttackType"] == (("Attack", "type"), ("KindOfAttack", "type"))
    assert stands["EditionKind"] == ()


def test_every_column_of_every_table_is_there_with_what_it_holds_and_means() -> None:
    found = {table.name: table for table in codebook().tables}

    assert list(found) == [table.name for table in TABLES]
    for table in TABLES:
        columns = found[table.name].columns
        assert [column.name for column in columns] == list(table.names)
        assert all(column.meaning and bool(column.of) != bool(column.holds) for column in columns)


def test_a_column_of_words_leads_to_their_list() -> None:
    lists = {each.name for each in codebook().lists}
    leading = {column.of for table in codebook().tables for column in table.columns if column.of}

    assert {"Precision", "Attribution", "AttackType"} <= leading <= lists
