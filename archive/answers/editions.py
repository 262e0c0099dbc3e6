"""Editions: what is said of one, and one with its record."""

from __future__ import annotations

from datetime import datetime

from archive.answers.parts import Addressed
from archive.record import Record
from archive.vocabulary import EditionKind


class EditionHeader(Addressed):
    """An edition without its record. `seal` covers everything here but a redaction; `previous` is a seal."""

    incident: str
    number: int
    kind: EditionKind
    note: str
    published_at: datetime
    sha256: str
    previous: str
    seal: str
    redacted_at: datetime | None = None
    redaction_reason: str = ""


class EditionAnswer(EditionHeader):
    """An edition with its record, byte for byte as it was published: the bytes that `sha256` is of."""

    record: Record
