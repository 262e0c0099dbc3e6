"""What is wrong with a claim's form is said at the field that must be mended."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from archive.vocabulary import Attribution, Property, Qualifier, ReactionGroup, Section
from incidents.filling import complaints, unsaid
from incidents.shapes import EMPTY, SHAPES

LABELS = {column: column.replace("_", " ") for column in EMPTY}


def filled(kind: Property, **columns: Any) -> dict[str, Any]:
    return {**EMPTY, "about": "incident", "attack": None, "property": kind, **columns}


def wrong(kind: Property, **columns: Any) -> dict[str, str]:
    return complaints(filled(kind, **columns), LABELS)


def counted(qualifier: Qualifier, **numbers: int) -> dict[str, str]:
    return wrong(Property.KILLED, qualifier=qualifier, population="all", **numbers)


def test_nothing_is_said_of_a_claim_that_is_filled_in_well() -> None:
    assert counted(Qualifier.AT_LEAST, low=0) == {}


def test_what_a_property_does_not_have_is_said_at_its_field() -> None:
    assert wrong(Property.MOTIVE, text="Revenge", low=0) == {
        "low": "A claim of “motive” has no low: leave it empty, or choose another property."
    }


def test_what_a_property_needs_is_said_at_its_field() -> None:
    assert wrong(Property.DATE) == {"date": "A claim of “date” needs its date."}


def test_of_a_number_of_people_an_empty_population_says_that_it_is_not_stated() -> None:
    assert unsaid(filled(Property.INJURED)) == {"population": "unstated"}
    assert unsaid(filled(Property.INJURED, population="civilians")) == {}
    assert unsaid({"property": "killed"}) == {}


@pytest.mark.parametrize("kind", [Property.MOTIVE, Property.DATE, ""])
def test_of_all_else_an_empty_field_says_nothing(kind: Property) -> None:
    assert unsaid(filled(kind)) == {}


def test_a_number_in_the_wrong_place_is_said_there_alone() -> None:
    assert list(counted(Qualifier.EXACT, low=3)) == ["low"]


def test_a_missing_number_is_said_where_it_is_missing() -> None:
    assert list(counted(Qualifier.RANGE, low=3)) == ["high"]
    assert list(counted(Qualifier.ESTIMATE)) == ["best"]


def test_a_range_that_runs_downwards_is_refused() -> None:
    assert "runs downwards, from 5 to 3" in counted(Qualifier.RANGE, low=5, high=3)["high"]


@pytest.mark.parametrize(
    ("kind", "columns", "column"),
    [
        (Property.RESPONSIBILITY, {"attribution": Attribution.CHARGED}, "actor"),
        (Property.RESPONSIBILITY, {"attribution": Attribution.NONE_NAMED, "actor": 1}, "actor"),
        (Property.NAME, {"text": "A", "place": 1, "actor": 1}, "place"),
        (Property.TIME, {}, "clock"),
        (Property.TIME, {"clock": "09:05", "minutes": 0}, "clock"),
        (Property.TIME, {"minutes": 0}, "after_attack"),
        (Property.TIME, {"after_attack": 1}, "minutes"),
        (Property.STATEMENT, {"section": Section.REACTIONS, "text": "A"}, "group"),
        (Property.STATEMENT, {"section": Section.LEAD, "text": "A", "group": "domestic"}, "group"),
        (Property.MOTIVE, {"text": "A", "about": "attack"}, "attack"),
        (Property.MOTIVE, {"text": "A", "attack": 1}, "attack"),
    ],
)
def test_each_rule_speaks_at_one_field(kind: Property, columns: dict[str, Any], column: str) -> None:
    assert list(wrong(kind, **columns)) == [column]


def test_nothing_is_said_of_a_column_that_could_not_be_read() -> None:
    unread = filled(Property.KILLED, qualifier=Qualifier.EXACT, population="all")
    del unread["best"]

    assert complaints(unread, LABELS) == {}


def test_nothing_is_said_of_a_value_whose_property_is_not_known() -> None:
    assert complaints({"property": "", "low": 3}, LABELS) == {}


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "qualifier": st.sampled_from(["", *Qualifier]),
    **dict.fromkeys(("low", "best", "high"), st.none() | st.integers(0, 9)),
    "population": st.sampled_from(["", "all"]),
    "attribution": st.sampled_from(["", *Attribution]),
    **dict.fromkeys(("actor", "place", "conflict"), st.sampled_from([None, "a-key"])),
    "clock": st.sampled_from(["", "09:05"]),
    "minutes": st.none() | st.integers(-3, 3),
    "after_attack": st.none() | st.just(1),
    "text": st.sampled_from(["", "Words"]),
    "section": st.sampled_from(["", *Section]),
    "group": st.sampled_from(["", *ReactionGroup]),
    "date": st.sampled_from(["", "2024-02-07"]),
    "target": st.sampled_from(["", "police"]),
}


@given(st.sampled_from(list(Property)), st.fixed_dictionaries(VALUES))
def test_a_form_is_complained_of_exactly_when_the_record_refuses_it(
    kind: Property, columns: dict[str, Any]
) -> None:
    shape = SHAPES[kind]
    row = {**EMPTY, **columns}
    foreign = any(
        row[column] not in ("", None, False) or row[column] == 0
        for column in shape.forbidden
        if row[column] is not False
    )
    value = {field: row[column] for field, column in shape.columns.items() if row[column] not in ("", None)}
    try:
        shape.value.model_validate({"caption": "", **value} if kind is Property.IMAGE else value)
        refused = False
    except ValidationError:
        refused = True

    assert bool(complaints(filled(kind, **columns), LABELS)) == (refused or foreign)
