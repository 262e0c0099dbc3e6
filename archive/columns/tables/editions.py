"""Editions, without their records."""

from __future__ import annotations

from archive.answers import EditionHeader
from archive.columns.table import Column, Table
from archive.columns.tables.shared import ADDRESSES

EDITIONS = Table(
    "editions",
    "One edition of an incident.",
    EditionHeader,
    (
        Column("incident", "incident"),
        Column("number", "number"),
        Column("kind", "kind"),
        Column("note", "note"),
        Column("published_at", "published_at"),
        Column("sha256", "sha256"),
        Column("previous", "previous"),
        Column("seal", "seal"),
        Column("redacted_at", "redacted_at"),
        Column("redaction_reason", "redaction_reason"),
        *ADDRESSES,
    ),
)
