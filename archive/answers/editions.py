"""Editions: what is said of one, and one with its record."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from archive.answers.parts import Addressed
from archive.record import Record
from archive.vocabulary import ChangeKind, EditionKind


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


class Changed(BaseModel):
    """One change of what the public may read, in the order of `sequence`, which has gaps.

    An edition appeared, or (“redaction”) lost its text. A retraction closes every edition of its incident up
    to itself, and of the incidents that were merged into it. What else is said of an edition, and its record,
    are at `api_url`, if they can still be read.
    """

    sequence: int
    kind: ChangeKind
    at: datetime
    incident: str
    number: int
    seal: str
    api_url: str
