"""An editor's word on a row that may be about an incident that is here already; it is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from archive.record import Record, RecordError
from incidents.build import build
from incidents.dataset_rows import digest_as_kept
from incidents.history import hold
from incidents.importers.parsing.entry import Entry
from incidents.importers.parsing.revision import joined
from incidents.importers.running.batch import numbers_of
from incidents.importers.running.forms import form_of
from incidents.importers.running.library import library_for
from incidents.importers.running.rows import parse_again
from incidents.load import load
from incidents.models import Claim, Dataset, DatasetRow, Incident, Standing

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class NotDecidable(Exception):
    """Why the row cannot be decided on so: `reasons` in plain sentences."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


def entry_of(row: DatasetRow) -> Entry:
    """What the row says, with the library's own entities. Raises NotDecidable where it cannot be read."""
    form = form_of(row.seen)
    entry = parse_again(row, form) if form else None
    if entry is None:
        raise NotDecidable("This row can no longer be read: import a file that has it again.")
    return library_for([entry]).place(entry)


def join(row: DatasetRow, incident: Incident, *, by: User | None) -> Incident:
    """Let the row's claims stand on an incident that was offered for it. Raises NotDecidable."""
    with _deciding(row) as waiting:
        _refuse_other(waiting, incident)
        hold(incident)
        now, entry = build(incident).model_copy(update={"figures": ()}), entry_of(waiting)
        revision = joined(now, entry, _first_free(incident, now))
        words = f"These are claims on this incident: row {row.external_id} of {row.dataset}."
        home = load(revision.record, by=by, what=words)
        waiting.claims, waiting.flags = dict(revision.numbers), [*waiting.flags, *revision.kept]
        waiting.incident, waiting.standing = home, Standing.JOINED
        waiting.save()
    return home


def stand_alone(row: DatasetRow, *, by: User | None) -> Incident:
    """Let the row be an incident of its own. Raises NotDecidable."""
    with _deciding(row) as waiting:
        entry = entry_of(waiting)
        if Incident.objects.filter(key=entry.record.id).exists():
            raise NotDecidable(f"Incident “{entry.record.id}” is here already, and was not imported.")
        words = f"It is an event of its own: row {row.external_id} of {row.dataset}."
        home = load(entry.record, by=by, what=words)
        waiting.claims, waiting.incident, waiting.standing = numbers_of(entry), home, Standing.OWN
        waiting.save()
    return home


def ask_again(row: DatasetRow) -> None:
    """Let the row wait again, once none of its claims is at the desk any more. Raises NotDecidable."""
    with transaction.atomic():
        _lock(row)
        decided = DatasetRow.objects.select_for_update().exclude(standing=Standing.OFFERED)
        found = decided.filter(pk=row.pk).first()
        if found is None or not is_undone(found):
            raise NotDecidable(
                "Claims of this row are at the desk: restore a state of the incident from before them first."
            )
        found.standing, found.incident, found.claims = Standing.OFFERED, None, {}
        found.deleted_incident, found.digest = "", digest_as_kept(found)
        found.save()


def is_undone(row: DatasetRow) -> bool:
    """Whether an editor took back what the row brought: nothing of it is at the desk."""
    if row.standing == Standing.OFFERED:
        return False
    numbers = list(row.claims.values())
    if row.incident_id and not numbers:
        return False
    return not Claim.objects.filter(incident=row.incident_id or 0, number__in=numbers).exists()


@contextmanager
def _deciding(row: DatasetRow) -> Iterator[DatasetRow]:
    """The row, locked while it waits; what the record or the database refuses is told in words."""
    try:
        with transaction.atomic():
            _lock(row)
            found = DatasetRow.objects.waiting().select_for_update().filter(pk=row.pk).first()
            if found is None:
                raise NotDecidable("Somebody has decided on this row meanwhile.")
            yield found
    except RecordError as error:
        raise NotDecidable(*error.problems) from error
    except ValidationError as error:
        raise NotDecidable(*error.messages) from error
    except DatabaseError as error:
        raise NotDecidable("The database refuses it beside what is there now.") from error


def _lock(row: DatasetRow) -> None:
    """Take turns with an import of the same dataset, as its batches do."""
    Dataset.objects.select_for_update().get(pk=row.dataset_id)


def _refuse_other(row: DatasetRow, incident: Incident) -> None:
    if not row.offers.filter(incident=incident).exists():
        raise NotDecidable("This incident was not offered for the row: choose one of those that are.")


def _first_free(incident: Incident, now: Record) -> int:
    return max([incident.next_claim_number, *(claim.number + 1 for claim in now.claims)])
