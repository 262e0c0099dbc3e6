"""Incidents as lines of a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import spreadsheet

BRIEF: dict[str, Any] = {
    "id": "event-1",
    "title": "An event",
    "date": "2024-02",
    "earliest": "2024-02-01",
    "latest": "2024-02-29",
    "place": {"key": "p1", "name": "Place p1"},
    "attacks": 2,
    "figures": [],
    "responsibility": [],
    "conflicts": [],
    "edition": 3,
    "updated_at": "2024-03-01T00:00:00Z",
    "page_url": "https://example.org/incidents/event-1/",
}
FIGURE = {"measure": "killed", "population": "all", "low": 3, "best": None, "high": 4, "open_above": True}


def cells(**more: Any) -> dict[str, str]:
    text = spreadsheet.heading() + spreadsheet.line(BRIEF | more, 2, True, False)
    heading, values = csv.reader(StringIO(text.removeprefix(spreadsheet.MARK), newline=""))
    return dict(zip(heading, values, strict=True))


def test_a_line_says_what_where_when_and_the_address() -> None:
    found = cells()

    assert (found["title"], found["place_name"], found["date"]) == ("An event", "Place p1", "2024-02")
    assert found["address"] == "https://example.org/incidents/event-1/"


def test_figures_are_about_everybody() -> None:
    others = FIGURE | {"population": "civilians", "low": 1}
    found = cells(figures=[others, FIGURE])

    assert [found[f"killed_{name}"] for name in spreadsheet.NUMBERS] == ["3", "", "4", "yes"]


@pytest.mark.parametrize("figures", [[], [FIGURE | {"low": None, "high": None, "open_above": False}]])
def test_where_no_number_is_stated_the_cells_are_empty(figures: list[Any]) -> None:
    found = cells(figures=figures)

    assert {found[f"killed_{name}"] for name in spreadsheet.NUMBERS} == {""}


def test_who_is_held_responsible_stands_with_the_way_and_nobody_without_a_name() -> None:
    named = {"actor": {"name": "A group"}, "attribution": "self_claimed"}
    found = cells(responsibility=[named, {"actor": None, "attribution": "none_named"}])

    assert found["responsibility"] == "A group: self_claimed; none_named"


def test_an_incident_without_a_place_has_empty_cells() -> None:
    found = cells(place=None, date=None, earliest=None, latest=None)

    assert [found[name] for name in ("place", "place_name", "date", "earliest")] == [""] * 4


def test_a_disagreement_is_told() -> None:
    found = cells(conflicts=[{"name": "One"}, {"name": "Another"}])

    assert (found["killed_disputed"], found["injured_disputed"], found["origins"]) == ("yes", "no", "2")
    assert found["conflicts"] == "One; Another"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20))
def test_no_text_is_taken_for_a_formula_and_none_is_lost(title: str) -> None:
    found = cells(title=title)["title"]

    assert not found.startswith(spreadsheet.FORMULA)
    assert found.removeprefix("'") == title.removeprefix("'")
