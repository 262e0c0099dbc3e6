"""The names of releases and of their files."""

from __future__ import annotations

import re

MANIFEST, SUMS = "release.json", "SHA256SUMS"
EDITIONS, CHANGES = "editions.ndjson.gz", "changes.ndjson"
PACKAGE, SCHEMA, CODEBOOK = "datapackage.json", "record.schema.json", "codebook.md"
CITATION, LICENCE, CHANGED = "CITATION.cff", "LICENCE.md", "CHANGES.md"

#: Such as 2026.11, 1.0.0 or 2026-11-30: safe as the name of a folder and in an address.
VERSION = re.compile(r"[0-9][0-9a-z]*([.-][0-9a-z]+)*")
LONGEST = 40

#: By the ending of a name.
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "gz": "application/gzip",
    "ndjson": "application/x-ndjson",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "cff": "application/yaml",
}
#: What tells of no record, and so holds whatever is retracted or redacted later.
WITHOUT_RECORDS = frozenset({MANIFEST, SUMS, CHANGES, PACKAGE, SCHEMA, CODEBOOK, CITATION})


def is_version(text: str) -> bool:
    """Whether a release may be called so."""
    return len(text) <= LONGEST and VERSION.fullmatch(text) is not None


def table_file(table: str, ending: str) -> str:
    """The file of a table: “tables/claims.csv”."""
    return f"tables/{table}.{ending}"


def media_of(file: str) -> str:
    """The media type of a file; a list of sums is plain text."""
    return MEDIA.get(file.rpartition(".")[2], "text/plain; charset=utf-8")


def tells_of_records(file: str) -> bool:
    """Whether it holds what records say; whatever is not known to hold none of it does."""
    return file not in WITHOUT_RECORDS
