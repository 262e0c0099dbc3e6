"""The rows by which stored answers are found, in the form in which each engine keeps them."""

from __future__ import annotations

from archive.record.entities import Alias, Part
from archive.search.stored import Stored, incident_rows, name_rows
from archive.search.texts import name_line
from tests.builders import place, record, source, statement


def stored(key: str, name: str, answer: Part) -> Stored:
    return Stored(key, name, answer.model_dump_json(by_alias=True))


def test_an_incident_is_found_by_a_line_for_each_column() -> None:
    answer = record(statement(1, "A bomb went off."), title="Quetta")

    assert incident_rows([stored("event-1", "Quetta", answer)], as_vectors=False) == [
        ("event-1", "quetta", "", "titl s1", "a bomb went off")
    ]


def test_postgresql_gets_the_places_of_each_term() -> None:
    (row,) = incident_rows([stored("event-1", "Quetta", record(title="Quetta Quetta"))], as_vectors=True)

    assert row == ("event-1", "'quetta':1,2", "", "", "")


def test_a_place_is_found_by_each_of_its_names_and_by_words_like_them() -> None:
    town = place("town", name="Killa", names=[Alias(text="Qila", language="ur")])

    (rows,) = name_rows([stored("town", "Killa", town)], kind="places", as_vectors=False)

    assert rows.names == ("places", "town", "Killa", name_line("places", ["Killa", "Qila"]))
    assert ("places", "town", "Qila", "kl") in rows.words


def test_a_source_is_found_by_its_title_and_by_no_words_like_it() -> None:
    (rows,) = name_rows([stored("s1", "A report", source("s1"))], kind="sources", as_vectors=False)

    assert rows == (("sources", "s1", "A report", name_line("sources", ["A report"])), [])
