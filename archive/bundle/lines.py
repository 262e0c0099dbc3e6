"""The lines of the files of editions and changes.

An edition that can be read is a line as the API answers it, with its record byte for byte. Of a closed one
there is what the API says of it, and no word of its record.
"""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from archive.answers import Changed, EditionHeader
from archive.vocabulary import EditionKind

#: What stands before the record. Within a text of JSON, a quotation mark has a stroke before it, so the first
#: place where this stands is the right one.
RECORD = b',"record":'

Said = TypeVar("Said", bound=BaseModel)


class BadLine(Exception):
    """The line is not what it should be; the message says why."""


class Way(BaseModel):
    """An incident, or a claim or attack of it, that was merged into one that is closed."""

    model_config = ConfigDict(frozen=True)

    kind: str
    old: str
    number: int
    new_number: int
    published_at: datetime


class ClosedEdition(BaseModel):
    """An edition whose record nobody may read.

    `note` is left out (null) where the incident as a whole is closed; a retraction's own is the reason.
    `merged`: what was merged into the incident that this edition closes.
    """

    incident: str
    number: int
    kind: EditionKind
    note: str | None
    published_at: datetime
    sha256: str
    previous: str
    seal: str
    redacted_at: datetime | None
    redaction_reason: str
    closed_at: datetime
    reason: str
    merged: tuple[Way, ...] = ()


class EditionLine(BaseModel):
    """A line that was read: `text` is the record's, byte for byte, or empty where the edition is closed."""

    said: ClosedEdition
    text: str
    is_open: bool


def closed_text(edition: ClosedEdition) -> str:
    return edition.model_dump_json()


def read_edition(line: bytes) -> EditionLine:
    """Raises BadLine."""
    before, mark, record = line.rstrip(b"\r\n").partition(RECORD)
    if not mark:
        return EditionLine(said=_read(ClosedEdition, line), text="", is_open=False)
    header = _read(EditionHeader, before + b"}")
    own = header.model_dump(exclude={"api_url", "page_url"})
    said = ClosedEdition(**own, closed_at=header.published_at, reason="")
    return EditionLine(said=said, text=_text(record.removesuffix(b"}")), is_open=True)


def read_change(line: bytes) -> Changed:
    """Raises BadLine."""
    return _read(Changed, line)


def _text(record: bytes) -> str:
    try:
        return record.decode()
    except UnicodeDecodeError:
        raise BadLine("its record is not in UTF-8") from None


def _read(model: type[Said], line: bytes) -> Said:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadLine(f"{place}: {first['msg']}" if place else first["msg"]) from None
