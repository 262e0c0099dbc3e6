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
    """The incident, by its id."""
    number: int
    """Within the incident, from 1."""
    kind: EditionKind
    """Why it appeared."""
    note: str
    """What the editors say of it."""
    published_at: datetime
    """When it appeared."""
    sha256: str
    """The digest of its record, which tells every change."""
    previous: str
    """The seal of the incident's edition before; empty for the first."""
    seal: str
    """The digest of all that is said here but a redaction."""
    redacted_at: datetime | None = None
    """When its record was taken away."""
    redaction_reason: str = ""
    """Why that was done."""


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
