"""What the desk remembers: the whole record, or the whole shared entity, after every act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.db.models import Model

from archive.record import Record, canonical
from incidents.build import build
from incidents.concerns import look_over
from incidents.library import READERS
from incidents.models import (
    Actor,
    Attack,
    Claim,
    Conflict,
    Incident,
    Place,
    Snapshot,
    Subject,
)
from sources.models import Capture, Publication, Source

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: What snapshots are made of.
Kept = Incident | Source | Publication | Actor | Place | Conflict

SUBJECTS: dict[type[Model], Subject] = {
    Incident: Subject.INCIDENTS,
    Source: Subject.SOURCES,
    Publication: Subject.PUBLICATIONS,
    Actor: Subject.ACTORS,
    Place: Subject.PLACES,
    Conflict: Subject.CONFLICTS,
}


def subject_of(row: Model) -> Kept:
    """The thing whose state a row is part of: an attack's or a claim's incident, a capture's source."""
    match row:
        case Attack() | Claim():
            return row.incident
        case Capture():
            return row.source
        case Incident() | Source() | Publication() | Actor() | Place() | Conflict():
            return row
    raise TypeError(f"No snapshot is made of a {type(row).__name__}.")


def keep(row: Kept, *, by: User | None, what: str) -> Snapshot:
    """Remember the thing as it is now. Raises RecordError where its rows do not make a valid record."""
    subject = SUBJECTS[type(row)]
    snapshot = Snapshot.objects.create(subject=subject, key=row.key, text=_text(row), by=by, what=what)
    if isinstance(row, Incident):
        look_over(row, Record.model_validate_json(snapshot.text))
    return snapshot


def keep_deletion(row: Kept, *, by: User | None, what: str) -> Snapshot:
    """Remember that the thing is deleted; the snapshot before this one says what it was."""
    return Snapshot.objects.create(subject=SUBJECTS[type(row)], key=row.key, by=by, what=what)


def _text(row: Kept) -> str:
    if isinstance(row, Incident):
        return canonical(build(row)).decode()
    part = READERS[SUBJECTS[type(row)]]([row.key])[row.key]
    return orjson.dumps(part.model_dump(mode="json"), option=orjson.OPT_SORT_KEYS).decode()
