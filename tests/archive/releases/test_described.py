"""A release describes itself in the forms that programs read: Data Package, CFF, JSON Schema, Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pyarrow import parquet

from archive.releases import Release
from tests.archive.releases.archives import eventful, made

pytestmark = pytest.mark.django_db

READ: Mapping[str, Any] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
}


@pytest.fixture
def release() -> Release:
    eventful()
    return made()


def package(release: Release) -> dict[str, Any]:
    return dict(json.loads((release.path / "datapackage.json").read_bytes()))


def rows(release: Release, resource: str) -> list[dict[str, str]]:
    with (release.path / f"tables/{resource}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_cell_is_of_the_type_of_its_column(release: Release) -> None:
    for resource in package(release)["resources"]:
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        for row in rows(release, resource["name"]):
            assert row.keys() == fields.keys()
            for name, cell in row.items():
                if cell:
                    READ[fields[name]["type"]](cell)
                    assert cell in fields[name].get("constraints", {}).get("enum", [cell])


def test_no_two_rows_have_one_key(release: Release) -> None:
    for resource in package(release)["resources"]:
        if columns := resource["schema"].get("primaryKey"):
            keys = [tuple(row[column] for column in columns) for row in rows(release, resource["name"])]
            assert len(keys) == len(set(keys))
            assert all(all(key) for key in keys)


def test_every_key_of_another_table_leads_to_a_row_of_it(release: Release) -> None:
    links = list(foreign(release))
    assert len(links) > 10
    for resource, own, other, theirs in links:
        there = {tuple(row[column] for column in theirs) for row in rows(release, other)}
        named = {tuple(row[column] for column in own) for row in rows(release, resource)}
        assert {key for key in named if all(key)} <= there, (resource, own)


def foreign(release: Release) -> Iterator[tuple[str, list[str], str, list[str]]]:
    for resource in package(release)["resources"]:
        for key in resource["schema"].get("foreignKeys", ()):
            own, reference = key["fields"], key["reference"]
            theirs = reference["fields"]
            many = [own] if isinstance(own, str) else own
            yield (
                resource["name"],
                many,
                reference["resource"] or resource["name"],
                ([theirs] if isinstance(theirs, str) else theirs),
            )


def test_the_sums_of_the_package_are_those_of_the_release(release: Release) -> None:
    for resource in package(release)["resources"]:
        assert resource["hash"] == f"sha256:{release.sums[resource['path']]}"
        assert resource["bytes"] == release.size(resource["path"])


def test_the_citation_file_is_yaml_with_what_must_be_there(release: Release) -> None:
    said = yaml.safe_load((release.path / "CITATION.cff").read_text("utf-8"))

    assert said["cff-version"] == "1.2.0"
    assert {"message", "title", "authors", "version", "date-released", "url"} <= said.keys()
    assert said["date-released"] == "2026-11-30"
    assert said["identifiers"][0]["value"] == f"sha256:{release.manifest.head}"


def test_every_record_in_it_fits_the_schema_that_lies_beside_it(release: Release) -> None:
    import gzip

    schema = Draft202012Validator(json.loads((release.path / "record.schema.json").read_bytes()))
    with gzip.open(release.path / "editions.ndjson.gz") as file:
        records = [line["record"] for line in map(json.loads, file) if "record" in line]

    assert len(records) > 2
    assert [error for record in records for error in schema.iter_errors(record)] == []


def test_parquet_has_the_same_columns_and_rows(release: Release) -> None:
    for table, number in release.manifest.rows.items():
        found = parquet.read_table(release.path / f"tables/{table}.parquet")
        assert (found.num_rows, found.column_names) == (number, header(release.path, table))


def header(folder: Path, table: str) -> list[str]:
    with (folder / f"tables/{table}.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def test_the_codebook_names_every_column_and_word(release: Release) -> None:
    text = (release.path / "codebook.md").read_text("utf-8")

    for resource in package(release)["resources"]:
        assert all(f"| `{field['name']}` |" in text for field in resource["schema"]["fields"])
    assert "| `self_claimed` |" in text
