"""Back to an earlier state: of an incident, or of a shared entity."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from archive.record import Record, RecordError
from archive.record.entities import Part
from archive.record.links import ENTITIES, Link, held, links
from archive.record.relinking import Rename, relinked
from incidents.dataset_rows import hold_let_go, take_back
from incidents.decisions import take_up
from incidents.history import Kept, hold, keep, keep_before, part_of, record_of, thing
from incidents.library import gather
from incidents.load import load
from incidents.load.entities import store_entity
from incidents.models import FormerKey, Incident, Snapshot, Subject

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
        return _restored_incident(state, by)
    return _restored_entity(state, by)


def _restored_incident(state: Snapshot, by: User | None) -> Incident:
    hold_let_go(state.key)
    row = load(with_entities_of_today(record_of(state)), by=by)
    take_back(row)
    take_up(row)
    return row


def _restored_entity(state: Snapshot, by: User | None) -> Kept:
    part = part_of(state)
    own = (state.subject, state.key)
    now = _merged_since({own, *links(part)})
    if own in now:
        raise NotRestorable([f"It was merged into “{now[own]}”: undo the merge there to bring it back."])
    row: Kept = store_entity(state.subject, relinked(part, _renaming(now)), by=by)
    return row


def with_entities_of_today(record: Record) -> Record:
    """The record with its shared entities as the desk has them; those that are gone stay as they were.

    Other incidents may share them, so that restoring one incident changes none of them. What was merged
    since stands for what it was merged from.
    """
    record, then = _following_merges(record)
    wanted: set[Link] = {("places", record.place)} if record.place else set()
    wanted.update(link for part in (*record.attacks, *record.claims) for link in links(part))
    found = gather(wanted, otherwise=then)
    lists = {
        name: tuple(part for (kind, _), part in sorted(found.items()) if kind == name) for name in ENTITIES
    }
    return record.model_copy(update={**lists, "figures": ()})


def _following_merges(record: Record) -> tuple[Record, Mapping[Link, Part]]:
    """The record under the keys that lead on from those merged since, and its other entities."""
    then = held(record)
    now = _merged_since(then)
    rename = _renaming(now)
    parts = {
        "attacks": tuple(relinked(attack, rename) for attack in record.attacks),
        "claims": tuple(relinked(claim, rename) for claim in record.claims),
        "place": rename(("places", record.place)) if record.place else None,
    }
    others = {link: relinked(part, rename) for link, part in then.items() if link not in now}
    return record.model_copy(update=parts), others


def _merged_since(wanted: Collection[Link]) -> Mapping[Link, str]:
    """Those of the links that were merged into something else, with its key."""
    merged = FormerKey.objects.filter(subject__in=ENTITIES, key__in=[key for _, key in wanted])
    return {(one.subject, one.key): one.now for one in merged}


def _renaming(now: Mapping[Link, str]) -> Rename:
    return lambda link: now.get(link, link[1])


def made_anew(record: Record) -> list[Part]:
    """The entities that restoring the record would make anew, being gone."""
    _, then = _following_merges(record)
    now = gather(then)
    return [part for link, part in then.items() if link not in now]
