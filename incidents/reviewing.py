"""The steps of review, one at a time: sent to review, approved, sent back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction

from archive import catalogue
from archive.bulk import insert_final
from archive.record import Record, RecordError
from incidents.build import build
from incidents.journal import note_change
from incidents.models import Incident, ReviewStep
from incidents.review import why_not
from incidents.standing import digest_for_readers, person_of, standing_of
from incidents.states import State, Step

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class Refused(Exception):
    """A step that cannot be taken now; the message says why and what to do."""


def send_to_review(incident: Incident, *, by: User) -> None:
    """Ask for approval. Raises Refused."""
    with held(incident) as row:
        refuse(Step.SEND_TO_REVIEW, row, _record(row), by)
        _move(row, Step.SEND_TO_REVIEW, State.IN_REVIEW, by)


def approve(incident: Incident, *, by: User) -> None:
    """Approve exactly what readers would get now. Raises Refused."""
    with held(incident) as row:
        record = _record(row)
        refuse(Step.APPROVE, row, record, by)
        if record is None:
            raise Refused("The rows do not make a record yet: mend what keeps it from being published first.")
        _move(row, Step.APPROVE, State.APPROVED, by, sha256=digest_for_readers(record))


def send_back(incident: Incident, *, by: User, reason: str) -> None:
    """Make a draft of it again, and tell its authors why. Raises Refused, also without a reason."""
    if not reason.strip():
        raise Refused("Say why it is sent back: its authors read the reason.")
    with held(incident) as row:
        refuse(Step.SEND_BACK, row, None, by)
        _move(row, Step.SEND_BACK, State.DRAFT, by, reason=reason.strip())


@contextmanager
def held(incident: Incident) -> Iterator[Incident]:
    """The row as it is now, locked until the end: two people take no step at once."""
    with transaction.atomic():
        catalogue.one_at_a_time()
        yield Incident.objects.select_for_update().get(pk=incident.pk)


def refuse(step: Step, row: Incident, record: Record | None, by: User) -> None:
    """Raise Refused where the rules do not let this person take the step now."""
    if reason := why_not(step, standing_of(row, record), person_of(by, row)):
        raise Refused(reason)


def remember(row: Incident, step: Step, by: User | None, *, reason: str = "", sha256: str = "") -> None:
    """Keep who took the step, for the desk alone."""
    ReviewStep.objects.create(incident=row, step=step, by=by, reason=reason, sha256=sha256)


def remember_all(rows: Sequence[tuple[Incident, str]], step: Step) -> None:
    """The same for many steps of the operator's, each with its reason."""
    insert_final([ReviewStep(incident=row, step=step, reason=reason) for row, reason in rows])


def _record(row: Incident) -> Record | None:
    try:
        return build(row)
    except RecordError:
        return None


def _move(row: Incident, step: Step, state: State, by: User, *, reason: str = "", sha256: str = "") -> None:
    Incident.objects.filter(pk=row.pk).update(state=state)
    remember(row, step, by, reason=reason, sha256=sha256)
    note_change(by, row, f"Now {state.label}{f': {reason}' if reason else ''}.")
