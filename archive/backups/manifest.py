"""backup.json: what a backup says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

#: What the files look like; it grows with the first backup that an older archive could not restore.
FORM = 1
MANIFEST, SUMS = "backup.json", "SHA256SUMS"


class BackupError(Exception):
    """A backup that cannot be made or restored; the message says why, and what to do."""


class Table(BaseModel):
    """A table: its columns, how many rows it had, and the highest key that it ever gave, where it counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    columns: tuple[str, ...]
    rows: int
    counter: int | None


class Manifest(BaseModel):
    """A backup in short."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: int = Field(default=FORM, ge=1, le=FORM)
    """Which form the files have."""
    made_at: datetime
    """Of which moment it is."""
    archive: str
    """The name of the archive."""
    site: str
    """Its address, without a slash at the end."""
    engine: str
    """The kind of database it was made from, in its version."""
    versions: Mapping[str, str]
    """Of what made it."""
    migrations: Mapping[str, tuple[str, ...]]
    """The migrations that had been applied, by app: the state of the schema."""
    sequence: int
    """The last change of what the public may read."""
    editions: int
    """How many editions there are."""
    head: str
    """The digest over the seals of these editions, as in a release."""
    tables: Mapping[str, Table]
    """By the model's label, in an order in which they can be filled."""
    folders: Mapping[str, int]
    """How many files each folder beside the database had."""

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables.values())


def table_file(label: str) -> str:
    """The file of a table: “tables/archive.Edition.ndjson.gz”."""
    return f"tables/{label}.ndjson.gz"


def list_file(folder: str) -> str:
    """The file that lists the files of a folder with their digests: “captures.sha256”."""
    return f"{folder}.sha256"


def manifest_text(manifest: Manifest) -> bytes:
    said = manifest.model_dump(mode="json")
    return orjson.dumps(said, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read_manifest(text: bytes) -> Manifest:
    """Raises BackupError for what is no such file."""
    try:
        return Manifest.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BackupError(f"{MANIFEST}: {place or 'the file'}: {first['msg']}") from None


def newer_than(known: Mapping[str, frozenset[str]], applied: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The migrations that were applied, and are not known: the schema is newer than the code."""
    return [
        f"{app}.{name}"
        for app, names in sorted(applied.items())
        for name in sorted(set(names) - known.get(app, frozenset()))
    ]
