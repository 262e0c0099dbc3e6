"""What the history keeps when a record is loaded: the incident and what it changes of shared entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from archive.record import Record
from incidents.history import Kept, hold, keep, keep_before
from incidents.library import parts_of
from incidents.load.entities import MODELS
from incidents.models import Incident

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def keep_what_changes(record: Record) -> list[Kept]:
    """Keep, before loading, the states of all that the record will change, which is returned."""
    rows = [*Incident.objects.filter(key=record.id), *_changing(record)]
    for row in rows:
        hold(row)
        keep_before(row)
    return rows


def keep_what_changed(rows: Iterable[Kept], *, by: User | None, what: str) -> None:
    """Keep, after loading, the states that are new."""
    for row in rows:
        keep(row, by=by, what=what)


def _changing(record: Record) -> Iterator[Kept]:
    """The entities at the desk of which the record says something else."""
    for name, model in MODELS.items():
        entities = {part.key: part for part in getattr(record, name)}
        now = parts_of(name, entities.keys()) if entities else {}
        keys = [key for key, part in now.items() if part != entities[key]]
        yield from model._default_manager.filter(key__in=keys).order_by("key")  # type: ignore[misc]
