"""Mapping files, and what is wrong with them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from incidents.importers.formats.mapped import format_of
from incidents.importers.formats.mapping import MappingError, read_mapping
from tests.environment import ROOT
from tests.incidents.importers.maps import mapping

WHOLE = """
dataset:
  key: zenda-list
  name: Zenda List of Incidents
  url: https://example.org/zenda
  licence: CC BY 4.0
  redistributable: true
  release: "2024"
id: [Year, No]
unknown: ["-", NA]
date_forms: ["%d/%m/%Y"]
title: "{what} in {place}: {Headline}"
date: Day
place:
  country: {constant: Ruritania}
  settlement: City
  latitude: Lat
  longitude: Lon
killed:
  - {best: Dead, population: all}
  - {best: Police dead, population: security_forces}
injured: {low: Hurt min, high: Hurt max}
attack_type: {column: Kind, words: {Blast: bombing}, others: other}
target: {constant: police}
responsibility: {actor: Group, attribution: suspected}
claimant: {constant: police}
source: {title: Headline, publication: Paper, published: Printed}
"""


def test_a_mapping_file_makes_a_format() -> None:
    form = format_of(read_mapping(WHOLE.encode()))
    assert (form.name, form.label, form.redistributable) == ("zenda-list", "Zenda List of Incidents", True)
    assert form.release_of("any.csv") == "2024"
    assert form.publication.licence == "CC BY 4.0"
    columns = ["Year", "No", "Day", "City", "Lat", "Lon", "Dead", "Police dead", "Hurt min", "Hurt max"]
    columns += ["Kind", "Group", "Headline", "Paper", "Printed"]
    assert form.needed == set(columns)


def test_without_a_word_about_the_licence_nothing_may_be_passed_on() -> None:
    assert not format_of(mapping()).redistributable


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"dataset": {"key": "a"}}, "dataset.name: is missing"),
        ({"dataset": {"key": "A b", "name": "x"}}, "dataset.key: "),
        ({"kiled": "Dead"}, "kiled: is not a field of a mapping file; look at its spelling"),
        ({"killed": {"best": "Dead", "worst": "x"}}, "killed.0.worst: is not a field"),
        ({"killed": {"population": "all"}}, "killed.0: name the column of at least one of low, best, high"),
        ({"killed": {"best": "Dead", "population": "dogs"}}, "killed.0.population: Input should be "),
        ({"date": {"first": "Start"}}, "date: give a column; or first and last; or year"),
        ({"place": {"latitude": "Lat", "country": "C"}}, "place: latitude and longitude go together"),
        ({"place": {"latitude": "Lat", "longitude": "Lon"}}, "place: name at least one place"),
        ({"name": {"constant": "a", "column": "b"}}, "name: give a column, or {constant: words}"),
        ({"target": {"column": "Kind", "words": {"x": "dragon"}}}, "target: “dragon” is not one of aid, "),
        ({"weapon": {"constant": "spear"}}, "weapon: “spear” is not one of explosives"),
        (
            {"responsibility": {"actor": "G", "attribution": "none_named"}},
            "responsibility.0: attribution none_named",
        ),
        ({"source": {"publication": "Paper"}}, "source.0: name the column of its title or its url"),
        ({"id": []}, "id: "),
    ],
)
def test_every_problem_names_its_field(fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(MappingError) as refused:
        mapping(**fields)
    assert problem in str(refused.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", "begins with fields"),
        (b"- a list", "begins with fields"),
        (b"a: b: c", "is not YAML"),
        (b"id: a\nid: b", "“id” is written twice"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"a: " + b"[" * 5000 + b"]" * 5000, "deep"),
    ],
)
def test_what_is_no_mapping_file_is_told_in_words(text: bytes, problem: str) -> None:
    with pytest.raises(MappingError, match=problem):
        read_mapping(text)


def test_the_mapping_file_in_the_readme_can_be_used() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"^```yaml\n(dataset:.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert found
    assert format_of(read_mapping(found[1].encode())).redistributable
