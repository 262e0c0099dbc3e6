"""What an incident is found by, and what counts more."""

from __future__ import annotations

from typing import Any

import pytest

from archive.record import Actor, Claimant, Place, Record
from archive.record.claims import ImageClaim, Name, NameClaim
from archive.record.entities import Alias
from archive.search import COLUMNS, Column
from archive.search.texts import lines_of, mark_of, name_line, texts_of
from archive.search.words import terms_of
from archive.vocabulary import AttackType, Property
from tests.builders import actor, attack, cited, count, exactly, happened_at, place, record, source, statement


def incident(published: Record) -> Any:
    return published.model_dump(mode="json", by_alias=True)


def column_of(published: Record, text: str) -> list[Column]:
    return [found.column for found in texts_of(incident(published)) if found.text == text]


TOWN: Place = place("town", name="Killa", names=[Alias(text="قلعہ", language="ur")])
GROUP: Actor = actor("group", name="The Army", aliases=[Alias(text="TA")])


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("An event", Column.TITLE),
        ("Attack 1", Column.NAMES),
        ("قلعہ", Column.NAMES),
        ("TA", Column.NAMES),
        ("The Bazaar Blast", Column.NAMES),
        ("bombing", Column.SAID),
        ("twelve dead", Column.SAID),
        ("a doctor", Column.SAID),
        ("They counted twelve.", Column.SAID),
        ("A street", Column.SAID),
        ("Title s1", Column.SAID),
        ("Publication p", Column.SAID),
        ("It rained.", Column.PROSE),
    ],
)
def test_each_text_stands_in_its_column(text: str, column: Column) -> None:
    doctor = Claimant(role="a doctor", actor="group")
    quoted = (cited("s1")[0].model_copy(update={"quote": "They counted twelve."}),)
    published = record(
        count(1, exactly(12), stated="twelve dead", claimant=doctor, citations=quoted),
        happened_at(2, "town"),
        NameClaim(
            number=3, property=Property.NAME, value=Name(text="The Bazaar Blast"), citations=cited("s1")
        ),
        ImageClaim.model_validate(
            {
                "number": 4,
                "property": "image",
                "value": {"caption": "A street", "credit": "X", "rights": "Y"},
                "citations": cited("s1"),
            }
        ),
        statement(5, "It rained."),
        attacks=[attack(1, type=AttackType.BOMBING)],
        entities=[TOWN, GROUP, source("s1", publication="p")],
    )

    assert column_of(published, text) == [column]


def test_an_incident_is_kept_as_one_line_for_each_column() -> None:
    lines = lines_of(incident(record(happened_at(1, "town"), entities=[TOWN])))

    assert list(lines) == list(COLUMNS)
    assert (lines[Column.TITLE], lines[Column.NAMES]) == ("an event", "killa · قلعہ")


def test_the_names_of_an_entity_are_kept_with_the_mark_of_its_kind() -> None:
    assert name_line("places", ["Killa Saifullah", "قلعہ"]) == "·places · killa saifullah · قلعہ"
    assert terms_of(mark_of("places")) != [mark_of("places")]
