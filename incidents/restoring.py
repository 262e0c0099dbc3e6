"""Back to an earlier state: of an incident, or of a shared entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from archive.record import Record, RecordError
from archive.record.entities import Part
from archive.record.links import ENTITIES, Link, held, links
from incidents.history import Kept, hold, keep, keep_before, part_of, record_of, thing
from incidents.library import gather
from incidents.load import load
from incidents.load.entities import store_entity
from incidents.models import Snapshot, Subject

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class NotRestorable(Exception):
    """Why a state cannot come back: `reasons` in plain sentences."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


def restore(state: Snapshot, *, by: User | None) -> Kept:
    """Make the desk hold this state again, and keep that as the newest one.

    An incident comes back as a draft, with the shared entities as they are now. Raises NotRestorable.
    """
    what = f"Restored the state of {state.at:%-d %B %Y, %H:%M} UTC."
    try:
        with transaction.atomic():
            if (now := thing(state)) is not None:
                hold(now)
                keep_before(now)
            row = _restored(state, by)
            keep(row, by=by, what=what)
    except RecordError as error:
        raise NotRestorable(error.problems) from error
    except ValidationError as error:
        raise NotRestorable(list(error.messages)) from error
    except DatabaseError as error:
        raise NotRestorable(["The database refuses it beside what is there now."]) from error
    return row


def _restored(state: Snapshot, by: User | None) -> Kept:
    if not state.text:
        raise NotRestorable(["This act deleted it: choose a state before."])
    if state.subject == Subject.INCIDENTS:
        return load(with_entities_of_today(record_of(state)), by=by)
    row: Kept = store_entity(state.subject, part_of(state), by=by)
    return row


def with_entities_of_today(record: Record) -> Record:
    """The record with its shared entities as the desk has them; those that are gone stay as they were.

    Other incidents may share them, so that restoring one incident changes none of them.
    """
    then = held(record)
    wanted: set[Link] = {("places", record.place)} if record.place else set()
    wanted.update(link for part in (*record.attacks, *record.claims) for link in links(part))
    found = gather(wanted, otherwise=then)
    lists = {
        name: tuple(part for (kind, _), part in sorted(found.items()) if kind == name) for name in ENTITIES
    }
    return record.model_copy(update={**lists, "figures": ()})


def made_anew(record: Record) -> list[Part]:
    """The entities that restoring the record would make anew, being gone."""
    then = held(record)
    now = gather(then)
    return [part for link, part in then.items() if link not in now]
