"""What the desk remembers: the whole record, or the whole shared entity, after every act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.db.models import Model

from archive.record import canonical
from incidents.build import build
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
from incidents.models.snapshots import SnapshotQuerySet
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
    return Snapshot.objects.create(subject=subject, key=row.key, text=_text(row), by=by, what=what)


def keep_deletion(row: Kept, *, by: User | None, what: str) -> Snapshot:
    """Remember that the thing is deleted; the snapshot before this one says what it was."""
    return Snapshot.objects.create(subject=SUBJECTS[type(row)], key=row.key, by=by, what=what)


def states_of(row: Model) -> SnapshotQuerySet:
    """The states that are kept of what the row is part of, the newest first."""
    subject = subject_of(row)
    return Snapshot.objects.of(SUBJECTS[type(subject)], subject.key)


def newest(row: Model) -> int:
    """The number of the newest state; 0 where none is kept."""
    return states_of(row).values_list("pk", flat=True).first() or 0


def saves_since(row: Model, number: int, most: int = 5) -> list[Snapshot]:
    """The newest acts after the state of that number, without their texts."""
    return list(states_of(row).filter(pk__gt=number).select_related("by").defer("text")[:most])


def _text(row: Kept) -> str:
    if isinstance(row, Incident):
        return canonical(build(row)).decode()
    part = READERS[SUBJECTS[type(row)]]([row.key])[row.key]
    return orjson.dumps(part.model_dump(mode="json"), option=orjson.OPT_SORT_KEYS).decode()
