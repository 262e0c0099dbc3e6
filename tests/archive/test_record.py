"""The record: one text, and errors that name the field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from archive.figures import with_figures
from archive.record import Quantity, Record, RecordError, canonical, make_record, read_record
from archive.vocabulary import Qualifier
from tests.builders import actor, attack, count, exactly, place, record, source, statement
from tests.strategies import quantities, records

Data = dict[str, Any]


def data(**changes: Any) -> Data:
    """A small valid record as plain data, with changes."""
    return {
        "id": "event-1",
        "title": "An event",
        "claims": [claim()],
        "sources": [{"key": "s1", "kind": "article", "title": "A title"}],
    } | changes


def claim(**changes: Any) -> Data:
    value = {"qualifier": "exact", "best": 12}
    return {"number": 1, "property": "killed", "value": value, "citations": [{"source": "s1"}]} | changes


def problems(given: Any) -> list[str]:
    with pytest.raises(RecordError) as caught:
        make_record(given)
    return caught.value.problems


@given(records())
def test_a_record_comes_back_whole_from_its_text(record: Record) -> None:
    whole = with_figures(record)

    assert read_record(canonical(whole)) == whole


@given(records())
def test_a_record_has_one_text(record: Record) -> None:
    text = canonical(record)

    assert canonical(read_record(text)) == text


def test_the_text_has_sorted_keys_and_plain_letters() -> None:
    text = canonical(record(title="Türkiye"))

    assert text.startswith(b'{"actors":[],"attacks":[],"claims":[],')
    assert "Türkiye".encode() in text


def test_entities_and_attacks_are_kept_in_order_and_claims_in_the_order_of_the_page() -> None:
    whole = record(
        statement(5, "First.", ("s2", "s1")), statement(2, "Second."), attacks=[attack(2), attack(1)]
    )

    assert [s.key for s in whole.sources] == ["s1", "s2"]
    assert [a.number for a in whole.attacks] == [1, 2]
    assert [c.number for c in whole.claims] == [5, 2]


def test_a_record_never_changes() -> None:
    with pytest.raises(ValidationError):
        record().title = "Another"  # type: ignore[misc]


def test_numbers_may_be_written_as_text() -> None:
    written = claim(value={"qualifier": "exact", "best": "12"}, number="1")

    assert make_record(data(schema="1", claims=[written])) == make_record(data())


@pytest.mark.parametrize("schema", ["2", "one", 2])
def test_another_schema_is_refused(schema: object) -> None:
    assert problems(data(schema=schema))[0].startswith("schema: ")


def test_what_is_not_json_is_refused() -> None:
    with pytest.raises(RecordError, match="not JSON"):
        read_record(b"{")


def test_what_is_no_record_at_all_is_refused() -> None:
    assert "valid dictionary" in problems(["nothing"])[0]


def test_an_unknown_field_is_named() -> None:
    assert problems(data(colour="red")) == ["colour: Extra inputs are not permitted"]


def test_an_unknown_property_lists_those_that_exist() -> None:
    (problem,) = problems(data(claims=[claim(property="death_toll")]))

    assert problem.startswith("claims[1]: “death_toll” is not a property; there are: killed, injured")


def test_a_wrong_value_is_named_by_the_number_of_its_claim() -> None:
    wrong = claim(number=7, value={"qualifier": "exact", "best": "dozens"})

    (problem,) = problems(data(claims=[wrong]))

    assert problem.startswith("claims[7].value.best: ")


def test_a_wrong_value_is_named_by_the_key_of_its_source() -> None:
    (problem,) = problems(data(sources=[{"key": "s1", "kind": "rumour", "title": "x"}]))

    assert problem.startswith("sources[s1].kind: ")


def test_a_part_without_a_name_is_named_by_its_place() -> None:
    (problem,) = problems(data(claims=[claim(citations=[{"source": "s1"}, {"locator": "lead"}])]))

    assert problem == "claims[1].citations[item 2].source: Field required"


def test_a_list_of_plain_words_is_named_by_place() -> None:
    made = {"key": "s1", "kind": "article", "title": "x", "authors": ["A", ""]}

    (problem,) = problems(data(sources=[made]))

    assert problem.startswith("sources[s1].authors[item 2]: ")


def test_every_problem_is_reported_at_once() -> None:
    assert len(problems(data(id="NOT A KEY", title=""))) == 2


@pytest.mark.parametrize(
    ("character", "name"), [("\x00", "U+0000"), ("\x1b", "U+001B"), ("\x85", "U+0085"), ("\ud800", "U+D800")]
)
def test_control_characters_are_refused_by_name(character: str, name: str) -> None:
    (problem,) = problems(data(title=f"An{character}event"))

    assert problem.startswith("title: ")
    assert name in problem or character == "\ud800"


def test_a_line_feed_is_refused_where_one_line_is_meant() -> None:
    assert problems(data(title="An\nevent")) == ["title: must be one line"]


def test_a_line_feed_is_kept_in_prose() -> None:
    assert statement(1, "One.\n\nTwo.").value.text == "One.\n\nTwo."


def test_letters_are_composed() -> None:
    assert record(title="Tu\u0308rkiye").title == "T\u00fcrkiye"


@given(quantities())
def test_a_quantity_holds_exactly_the_numbers_of_its_qualifier(given: Data) -> None:
    assert Quantity.model_validate(given).qualifier == given["qualifier"]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"qualifier": "exact", "low": 3}, "“exact” takes best, not low"),
        ({"qualifier": "exact"}, "“exact” takes best, not none"),
        ({"qualifier": "vague", "best": 36}, "“vague” takes no number, not best"),
        ({"qualifier": "range", "low": 5, "high": 3}, "the range runs downwards: 5 to 3"),
        ({"qualifier": "estimate"}, "an estimate needs at least one of low, best, high"),
    ],
)
def test_numbers_that_do_not_fit_the_qualifier_are_refused(value: Data, message: str) -> None:
    assert problems(data(claims=[claim(value=value)])) == [f"claims[1].value: {message}"]


def test_a_disordered_estimate_is_kept_as_the_dataset_gives_it() -> None:
    assert Quantity(qualifier=Qualifier.ESTIMATE, low=9, best=5, high=7).low == 9


@pytest.mark.parametrize(
    ("property", "value", "message"),
    [
        (
            "responsibility",
            {"attribution": "suspected"},
            "names an actor, unless the attribution is none_named",
        ),
        ("responsibility", {"attribution": "none_named", "actor": "a"}, "names an actor, unless"),
        ("name", {"text": "x", "place": "p", "actor": "a"}, "names a place or an actor, not both"),
        ("time", {"minutes": 5}, "minutes and after_attack go together"),
        ("time", {"approximate": True}, "give a clock time, or minutes after an attack"),
        ("statement", {"section": "reactions", "text": "x"}, "a reaction needs a group"),
        ("statement", {"section": "lead", "text": "x", "group": "domestic"}, "only a reaction has one"),
    ],
)
def test_values_that_contradict_themselves_are_refused(property: str, value: Data, message: str) -> None:
    (problem,) = problems(data(claims=[claim(property=property, value=value)]))

    assert message in problem


@pytest.mark.parametrize(
    ("name", "entity", "message"),
    [
        ("sources", {"key": "s1", "kind": "article"}, "needs a title, or a description"),
        (
            "actors",
            {"key": "a", "name": "A", "kind": "other", "part_of": "b"},
            "part_of and part_as go together",
        ),
        (
            "places",
            {"key": "p", "name": "P", "kind": "site", "latitude": 1},
            "latitude, longitude and precision go together",
        ),
        (
            "sources",
            {"key": "s1", "kind": "article", "title": "x", "relies_on": [{"how": "quotes"}]},
            "name either a source or a publication",
        ),
    ],
)
def test_entities_that_are_not_whole_are_refused(name: str, entity: Data, message: str) -> None:
    assert any(message in problem for problem in problems(data(**{name: [entity]})))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sources": []}, "sources: “s1” is referred to but missing"),
        ({"place": "quetta"}, "places: “quetta” is referred to but missing"),
        ({"conflicts": [{"key": "war", "name": "War"}]}, "conflicts: nothing refers to “war”"),
        ({"claims": [claim(), claim()]}, "claims: number 1 is used 2 times"),
        (
            {"sources": [{"key": "s1", "kind": "article", "title": "x"}] * 2},
            "sources: key “s1” is used 2 times",
        ),
        ({"claims": [claim(about="attack", attack=4)]}, "claims[1]: there is no attack 4"),
        (
            {"claims": [claim(property="time", value={"minutes": 5, "after_attack": 3})]},
            "claims[1]: there is no attack 3",
        ),
        ({"claims": [claim(superseded_by=9)]}, "claims[1].superseded_by: there is no claim 9"),
        (
            {"claims": [claim(superseded_by=2), claim(number=2, property="injured")]},
            "claims[1].superseded_by: claim 2 is about something else",
        ),
        (
            {"claims": [claim(superseded_by=2), claim(number=2, superseded_by=1)]},
            "claims: superseded_by: “1” comes round to itself; "
            "claims: superseded_by: “2” comes round to itself",
        ),
    ],
)
def test_parts_that_do_not_fit_together_are_refused(changes: Data, message: str) -> None:
    assert problems(data(**changes)) == [message]


def test_a_claim_about_an_attack_names_it() -> None:
    (problem,) = problems(data(claims=[claim(about="attack")]))

    assert "attack holds a number exactly when the claim is about an attack" in problem


def test_actors_and_places_do_not_lie_within_themselves() -> None:
    actors = [
        actor("a", part_of="b", part_as="branch").model_dump(),
        actor("b", part_of="a", part_as="branch").model_dump(),
    ]
    named = claim(claimant={"actor": "a"})

    (problem,) = problems(data(claims=[named], actors=actors))

    assert "actors: part_of: “a” comes round to itself" in problem


def test_what_hangs_on_a_circle_is_not_itself_a_circle() -> None:
    places = [
        place("a", parent="b").model_dump(),
        place("b", parent="c").model_dump(),
        place("c", parent="b").model_dump(),
    ]

    (problem,) = problems(data(place="a", places=places))

    assert problem == "places: parent: “b” comes round to itself; places: parent: “c” comes round to itself"


def test_entities_are_reached_through_each_other() -> None:
    whole = record(
        count(1, exactly(2), "row"),
        entities=[
            source(
                "row", relies_on=[{"how": "quotes", "source": "a"}, {"how": "credits", "publication": "ap"}]
            ),
            source("a", publication="dawn"),
        ],
    )

    assert [s.key for s in whole.sources] == ["a", "row"]
    assert [p.key for p in whole.publications] == ["ap", "dawn"]


def test_the_json_schema_describes_every_property() -> None:
    schema = Record.model_json_schema()

    assert schema["properties"]["schema"]["const"] == 1
    assert len(schema["$defs"]["Quantity"]["properties"]) == 5


def test_a_text_that_is_too_long_is_refused_with_its_length() -> None:
    assert problems({"id": "a1", "title": "a" * 301}) == ["title: has 301 characters: shorten it to 300"]


def test_a_text_is_measured_when_its_characters_are_composed() -> None:
    decomposed_by_rule = "\u0958" * 200

    assert problems({"id": "a1", "title": decomposed_by_rule}) == [
        "title: has 400 characters: shorten it to 300"
    ]
