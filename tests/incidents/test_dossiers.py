"""Dossiers: how they are read, what is wrong with a bad one, and that a written one reads back."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.record import Record
from incidents.dossiers import FORMATS, DossierError, read, write
from tests.builders import count, exactly, record, statement
from tests.sheets import second_record, seed_record
from tests.strategies.records import records

GOOD = "id: event-1\ntitle: An event\n"


def problems(folder: Path, text: str | bytes, name: str = "file.yaml") -> str:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(DossierError) as caught:
        read(path)
    assert all(problem.startswith(str(path)) for problem in caught.value.problems)
    return "\n".join(caught.value.problems)


@given(event=records(), form=st.sampled_from(FORMATS))
@settings(suppress_health_check=list(HealthCheck))
def test_any_record_reads_back_as_it_was_written(tmp_path: Path, event: Record, form: str) -> None:
    path = tmp_path / f"file.{form}"
    path.write_text(write(event, form), encoding="utf-8")

    assert read(path) == [event]


@pytest.mark.parametrize("event", [seed_record(), second_record()], ids=lambda event: event.id)
@pytest.mark.parametrize("form", FORMATS)
def test_both_events_read_back_as_they_were_written(tmp_path: Path, event: Record, form: str) -> None:
    path = tmp_path / f"file.{form}"
    path.write_text(write(event, form), encoding="utf-8")

    assert read(path) == [event]


def test_prose_of_several_lines_is_written_as_a_block() -> None:
    text = write(record(statement(1, "One line.\nAnother line.")))

    assert "text: |-\n" in text


def test_keys_are_written_in_the_models_order_and_empty_ones_left_out() -> None:
    data = orjson.loads(write(record(count(1, exactly(3))), "json"))

    assert list(data) == ["schema", "id", "title", "claims", "sources"]
    assert list(data["claims"][0]) == ["number", "property", "value", "citations"]


def test_a_file_may_hold_a_list_of_records(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_bytes(orjson.dumps([{"id": "event-1", "title": "One"}, {"id": "event-2", "title": "Two"}]))

    assert [event.id for event in read(path)] == ["event-1", "event-2"]


def test_yaml_values_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("id: 0123\ntitle: no\ndate: 2024-02-07\n", encoding="utf-8")
    (event,) = read(path)

    assert (event.id, event.title, event.date) == ("0123", "no", "2024-02-07")


def test_a_wrong_field_is_named_with_its_file_and_record(tmp_path: Path) -> None:
    claim = "claims:\n  - {number: 4, property: killed, value: {qualifier: exact, best: many}}\n"

    assert "record event-1: claims[4].value.best: " in problems(tmp_path, GOOD + claim)


def test_a_record_without_an_id_is_named_by_its_position(tmp_path: Path) -> None:
    assert "record 2: id: " in problems(tmp_path, "- {id: event-1, title: A}\n- {title: B}\n")


def test_every_wrong_record_of_a_file_is_named(tmp_path: Path) -> None:
    found = problems(tmp_path, "- {id: event-1}\n- {id: event-2}\n")

    assert "record event-1: title" in found
    assert "record event-2: title" in found


def test_a_key_written_twice_is_refused_instead_of_losing_a_value(tmp_path: Path) -> None:
    assert "“title” is written twice" in problems(tmp_path, GOOD + "title: Another\n")
    assert "“id” is written twice" in problems(tmp_path, '{"id": "event-1", "id": "event-2"}', "file.json")


@pytest.mark.parametrize(
    ("text", "name"),
    [("[" * 100_000, "file.yaml"), ("[" * 900 + "]" * 900, "file.yaml"), ("[" * 100_000, "file.json")],
    ids=["open", "closed", "json"],
)
def test_lists_within_lists_without_end_are_refused(tmp_path: Path, text: str, name: str) -> None:
    assert "too deep to be read" in problems(tmp_path, text, name)


def test_a_part_repeated_by_name_is_refused_because_it_could_grow_without_end(tmp_path: Path) -> None:
    again = "attacks: [&first {number: 1, label: A}, *first]\n"

    assert "line 3: “*first” repeats another part" in problems(tmp_path, GOOD + again)


@pytest.mark.parametrize(("text", "name"), [(GOOD, "a.yaml"), ('{"id": "event-1", "title": "A"}', "a.json")])
def test_the_mark_that_some_editors_put_first_is_passed_over(tmp_path: Path, text: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8-sig")

    assert [event.id for event in read(path)] == ["event-1"]


def test_an_incident_is_in_a_file_once(tmp_path: Path) -> None:
    twice = "- {id: event-1, title: A}\n- {id: event-1, title: B}\n"

    assert "record event-1: is in the file twice" in problems(tmp_path, twice)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("id: [", "file.yaml", "is not YAML: line"),
        ("id: \x07", "file.yaml", "is not YAML"),
        ("{", "file.json", "is not JSON"),
        (b"\xff\xfe", "file.json", "is not UTF-8"),
        ("", "file.yaml", "holds no record"),
        ("[]", "file.json", "holds no record"),
        ("NaN", "file.json", "record 1"),
        ("A page", "file.txt", "ends in .yaml, .yml or .json"),
    ],
    ids=["yaml", "control character", "json", "bytes", "empty", "no records", "no number", "ending"],
)
def test_a_file_that_is_no_dossier_is_named(tmp_path: Path, text: str | bytes, name: str, words: str) -> None:
    assert words in problems(tmp_path, text, name)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="cannot be read"):
        read(tmp_path / "nothing.yaml")
