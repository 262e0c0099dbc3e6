"""What the desk remembers: the whole record, or the whole shared entity, after every act."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import orjson
from django.db.models import Model
from django.utils.text import Truncator
from pydantic import ValidationError

from archive import record as records
from archive.record import Record, RecordError, canonical, read_record
from archive.record.entities import Part
from incidents.build import build
from incidents.concerns import look_over
from incidents.library import parts_of
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
from incidents.quotes import check_quotes_in
from incidents.standing import follow_edit
from sources.models import Capture, Publication, Source

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: What snapshots are made of.
Kept = Incident | Source | Publication | Actor | Place | Conflict

PARTS: dict[Subject, type[Part]] = {
    Subject.SOURCES: records.Source,
    Subject.PUBLICATIONS: records.Publication,
    Subject.ACTORS: records.Actor,
    Subject.PLACES: records.Place,
    Subject.CONFLICTS: records.Conflict,
}

FOUND = "Found as it is, changed by an import or with something that it names."
#: Characters of what the column holds.
LONGEST = 2000

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


def hold(row: Kept) -> None:
    """Lock the thing until the transaction ends, so that those who change it take turns."""
    type(row)._default_manager.select_for_update().filter(pk=row.pk).first()


def keep(row: Kept, *, by: User | None, what: str) -> Snapshot | None:
    """Remember the thing as it is now, and let an incident's review follow what changed.

    None where that is its newest state already. Raises RecordError where its rows do not make a valid record.
    """
    if isinstance(row, Incident):
        check_quotes_in(row)
    text = _text(row)
    if isinstance(row, Incident):
        follow_edit(row, text)
        look_over(row, read_record(text))
    if states_of(row).values_list("text", flat=True).first() == text:
        return None
    return _remember(row, text, by, what)


def keep_before(row: Kept) -> None:
    """Remember what an act is about to change, where nothing has kept it: an import did it, or a rename."""
    with suppress(RecordError):
        keep(row, by=None, what=FOUND)


def keep_deletion(row: Kept, *, by: User | None, what: str) -> Snapshot:
    """Remember that the thing is deleted; the snapshot before this one says what it was."""
    return _remember(row, "", by, what)


def _remember(row: Kept, text: str, by: User | None, what: str) -> Snapshot:
    words = Truncator(what).chars(LONGEST)
    return Snapshot.objects.create(subject=SUBJECTS[type(row)], key=row.key, text=text, by=by, what=words)


def thing(state: Snapshot) -> Kept | None:
    """What the state is of, if it is at the desk."""
    model = next(model for model, subject in SUBJECTS.items() if subject == state.subject)
    return model._default_manager.filter(key=state.key).first()  # type: ignore[return-value]


def record_of(state: Snapshot) -> Record:
    """The record that a state of an incident is. Raises RecordError where it was deleted then."""
    return read_record(state.text)


def part_of(state: Snapshot) -> Part:
    """The entity that a state of one is. Raises RecordError where it cannot be read."""
    try:
        return PARTS[Subject(state.subject)].model_validate_json(state.text)
    except ValidationError as error:
        raise RecordError([f"{state.subject}: this state cannot be read"]) from error


def part_now(row: Kept) -> Part:
    """The entity as the desk has it. Raises RecordError."""
    return parts_of(SUBJECTS[type(row)], [row.key])[row.key]


def states_of(row: Model) -> SnapshotQuerySet:
    """The states that are kept of what the row is part of, the newest first."""
    subject = subject_of(row)
    return Snapshot.objects.of(SUBJECTS[type(subject)], subject.key)


def newest(row: Model) -> int:
    """The number of the newest state; 0 where none is kept."""
    return states_of(row).values_list("pk", flat=True).first() or 0


def saves_since(row: Model, number: int, most: int = 5) -> list[Snapshot]:
    """The newest acts after the state of that number, without their texts."""
    return list(states_of(row).filter(pk__gt=number).without_texts()[:most])


def _text(row: Kept) -> str:
    if isinstance(row, Incident):
        return canonical(build(row)).decode()
    return orjson.dumps(part_now(row).model_dump(mode="json"), option=orjson.OPT_SORT_KEYS).decode()
