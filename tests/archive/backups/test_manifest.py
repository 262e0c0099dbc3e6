"""What a backup says of itself, and what is not read as one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from archive.backups.manifest import (
    BackupError,
    Manifest,
    Table,
    list_file,
    manifest_text,
    newer_than,
    read_manifest,
    table_file,
)

MANIFEST = Manifest(
    made_at=datetime(2026, 11, 30, tzinfo=UTC),
    archive="The Incident Archive",
    site="https://archive.example.org",
    engine="sqlite 3.40.1",
    versions={"python": "3.13"},
    migrations={"archive": ("0001_initial",)},
    sequence=2,
    editions=2,
    head="0" * 64,
    tables={
        label: Table(columns=("id",), rows=rows, counter=rows)
        for label, rows in (("archive.Edition", 2), ("archive.Change", 3))
    },
    folders={"captures": 1},
)


def test_what_is_written_is_read_with_its_tables_in_their_order() -> None:
    read = read_manifest(manifest_text(MANIFEST))

    assert read == MANIFEST
    assert list(read.tables) == ["archive.Edition", "archive.Change"]
    assert read.rows == 5


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (b"", "the file: Invalid JSON"),
        (b'{"form": 2}', "form: Input should be less than or equal to 1"),
        (b'{"form": 1, "made_at": "2026-11-30T00:00:00Z"}', "archive: Field required"),
    ],
)
def test_what_is_no_manifest_is_refused_with_the_place(text: bytes, wrong: str) -> None:
    with pytest.raises(BackupError, match=f"backup.json: {wrong}"):
        read_manifest(text)


def test_files_are_named_by_their_tables_and_folders() -> None:
    assert table_file("archive.Edition") == "tables/archive.Edition.ndjson.gz"
    assert list_file("captures") == "captures.sha256"


def test_a_schema_is_newer_where_a_migration_or_an_app_is_not_known() -> None:
    known = {"archive": frozenset({"0001", "0002"})}

    assert newer_than(known, {"archive": ("0001",)}) == []
    assert newer_than(known, {"archive": ("0001", "0003"), "other": ("0001",)}) == [
        "archive.0003",
        "other.0001",
    ]
