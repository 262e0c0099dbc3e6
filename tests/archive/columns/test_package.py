"""A program can learn from the data package what every column of every table is."""

from __future__ import annotations

from typing import Any

from archive.columns import TABLES, package
from archive.vocabulary import Precision

SITE = "https://example.org"


def fields(name: str) -> dict[str, dict[str, Any]]:
    made = package("An archive", SITE, "")
    (found,) = [each for each in made["resources"] if each["name"] == name]
    return {field["name"]: field for field in found["schema"]["fields"]}


def test_every_column_of_every_table_is_described() -> None:
    for table in TABLES:
        found = fields(table.name)
        assert tuple(found) == table.names
        assert all(field["description"] and field["type"] for field in found.values())


def test_a_column_says_what_it_holds() -> None:
    found = fields("incidents")

    assert [found[name]["type"] for name in ("title", "latitude", "killed_low")] == [
        "string",
        "number",
        "integer",
    ]
    assert found["precision"]["constraints"] == {"enum": [word.value for word in Precision]}


def test_a_table_is_where_its_address_says() -> None:
    made = package("An archive", SITE, "https://example.org/terms")

    assert made["resources"][0]["path"] == f"{SITE}/api/v1/incidents.csv"
    assert made["licenses"] == [{"path": "https://example.org/terms"}]
    assert "licenses" not in package("An archive", SITE, "")
