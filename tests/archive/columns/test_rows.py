"""Rows that follow from answers."""

from __future__ import annotations

from typing import Any

import pytest

from archive.columns import (
    ACTORS,
    ATTACKS,
    CITATIONS,
    CLAIMS,
    INCIDENTS,
    PLACES,
    SOURCES,
    Document,
    Table,
)

FIGURE = {"measure": "killed", "population": "all", "low": 3, "best": None, "high": 4}
OPEN = {"open_above": True, "open_below": False}
PLACE = {"key": "p1", "latitude": 30.5, "longitude": 67.0}
BRIEF: dict[str, Any] = {
    "id": "event-1",
    "title": "An event",
    "place": {"key": "p1", "name": "Place p1"},
    "figures": [FIGURE | OPEN],
    "responsibility": [],
    "conflicts": [],
    "location": {"place": PLACE, "precision": "district"},
}


def cells(table: Table, document: Document) -> dict[str, Any]:
    (row,) = table.rows([document])
    return dict(zip(table.names, row, strict=True))


def test_an_incident_says_where_it_lies_and_how_exactly() -> None:
    found = cells(INCIDENTS, BRIEF)

    assert (found["place"], found["place_name"]) == ("p1", "Place p1")
    assert (found["latitude"], found["longitude"], found["precision"]) == (30.5, 67.0, "district")


def test_an_incident_without_a_place_has_empty_cells() -> None:
    found = cells(INCIDENTS, BRIEF | {"place": None, "location": None})

    assert [found[name] for name in ("place", "place_name", "latitude", "precision")] == [None] * 4


def test_figures_are_about_everybody() -> None:
    others = FIGURE | OPEN | {"population": "civilians", "low": 1}
    found = cells(INCIDENTS, BRIEF | {"figures": [others, FIGURE | OPEN]})

    assert [found[f"killed_{name}"] for name in ("low", "best", "high", "open_above")] == [3, None, 4, True]


def test_where_there_is_no_figure_the_cells_are_empty() -> None:
    found = cells(INCIDENTS, BRIEF | {"figures": []})

    assert {found[f"killed_{name}"] for name in ("low", "best", "high", "open_above")} == {None}


def test_who_is_held_responsible_stands_with_the_way_and_nobody_without_a_name() -> None:
    named = {"actor": {"name": "A group"}, "attribution": "self_claimed"}
    nobody = {"actor": None, "attribution": "none_named"}

    assert cells(INCIDENTS, BRIEF)["responsibility"] is None
    held = cells(INCIDENTS, BRIEF | {"responsibility": [named, nobody]})["responsibility"]
    assert held == "A group: self_claimed; none_named"


def test_the_values_of_a_list_stand_in_one_cell() -> None:
    conflicts = [{"name": "One"}, {"name": "Another"}]

    assert cells(INCIDENTS, BRIEF | {"conflicts": conflicts})["conflicts"] == "One; Another"
    assert cells(INCIDENTS, BRIEF)["conflicts"] is None


def test_an_attack_is_traced_to_its_incident() -> None:
    attack = {"incident": {"id": "event-1"}, "number": 2, "figures": [], "links": {"places": [{"name": "P"}]}}
    found = cells(ATTACKS, attack)

    assert (found["incident"], found["number"], found["place_name"]) == ("event-1", 2, "P")


NO_LINKS: dict[str, list[Any]] = {
    name: [] for name in ("actors", "places", "conflicts", "publications", "sources")
}
CLAIM: dict[str, Any] = {
    "number": 1,
    "claimant": {"actor": None, "role": "a doctor", "kind": "witness"},
    "citations": [{"source": "s1"}, {"source": "s2"}],
    "links": NO_LINKS,
}


def test_the_value_of_a_claim_is_spread_over_columns() -> None:
    found = cells(CLAIMS, CLAIM | {"quantity": {"qualifier": "range", "low": 3, "high": 4, "best": None}})

    assert [found[name] for name in ("qualifier", "low", "best", "high")] == ["range", 3, None, 4]
    assert (found["citations"], found["sources"], found["claimant_role"]) == (2, "s1; s2", "a doctor")


def test_a_claim_names_whom_and_what_it_names_by_key() -> None:
    links = NO_LINKS | {"actors": [{"key": "a1", "name": "A group"}, {"key": "a2", "name": "An office"}]}
    more = {"responsibility": {"actor": "a1"}, "claimant": {"actor": "a2"}, "links": links}
    found = cells(CLAIMS, CLAIM | more)

    assert (found["responsible"], found["responsible_name"]) == ("a1", "A group")
    assert (found["claimant"], found["claimant_name"]) == ("a2", "An office")
    assert (found["place_name"], found["conflict_name"]) == (None, None)


def test_a_citation_stands_beside_its_source() -> None:
    source = {
        "key": "s1",
        "title": "A report",
        "publication": "p",
        "authors": ["A", "B"],
        "links": NO_LINKS | {"publications": [{"key": "p", "name": "A paper"}]},
    }
    citation = {"source": "s1", "quote": "Words", "reported_via": ["q", "r"]}
    document = {"claim": CLAIM, "position": 1, "citation": citation, "source": source}
    found = cells(CITATIONS, document)

    assert [found[name] for name in ("claim", "position", "source", "quote")] == [1, 1, "s1", "Words"]
    assert (found["source_title"], found["publication_name"]) == ("A report", "A paper")
    assert (found["source_authors"], found["reported_via"]) == ("A; B", "q; r")


@pytest.mark.parametrize(
    ("relations", "cell"),
    [
        ([], None),
        ([{"how": "quotes", "source": "s2", "publication": None}], "quotes: s2"),
        ([{"how": "quotes", "source": None, "publication": "an-agency"}], "quotes: an-agency"),
    ],
)
def test_a_source_says_what_it_rests_on(relations: list[Any], cell: str | None) -> None:
    source = {"publication": None, "relies_on": relations, "links": NO_LINKS}

    assert cells(SOURCES, source)["relies_on"] == cell


def test_an_actor_says_of_whom_it_is_part() -> None:
    actor = {"part_of": "a2", "links": NO_LINKS | {"actors": [{"key": "a2", "name": "The whole"}]}}

    assert cells(ACTORS, actor)["part_of_name"] == "The whole"


def test_a_place_says_within_which_it_lies() -> None:
    place = {"parent": "p2", "links": NO_LINKS | {"places": [{"key": "p2", "name": "Around"}]}}

    assert cells(PLACES, place)["parent_name"] == "Around"
