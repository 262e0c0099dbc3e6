"""From the desk to the reading room: a record is built, audited, stored as an edition and indexed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from archive import catalogue, editions
from archive.audit import Finding, Severity, audit
from archive.figures import for_readers
from archive.models import Edition
from archive.record import Record, RecordError, canonical
from archive.vocabulary import EditionKind
from incidents.build import build
from incidents.concerns import look_over
from incidents.journal import note_change
from incidents.models import Incident, State

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class NotPublishable(Exception):
    """What must be mended first: `reasons` in plain sentences, `findings` where the audit gave them."""

    def __init__(self, findings: Sequence[Finding], problems: Sequence[str] = ()) -> None:
        self.findings = tuple(findings)
        self.reasons = [*problems, *(finding.message for finding in findings)]
        super().__init__("\n".join(self.reasons))


class NothingToPublish(Exception):
    """The current edition says the same already."""


def publish(
    incident: Incident, *, by: User | None, note: str = "", kind: EditionKind | None = None
) -> Edition:
    """Publish the incident as the desk has it, and show it in the catalogue; `note` is public.

    Without `kind` it is the first edition or an update. Raises NotPublishable, NothingToPublish, or
    `editions.WrongKind` for a kind that cannot come next.
    """
    with transaction.atomic():
        catalogue.one_at_a_time()
        record = _publishable(_locked(incident))
        current = Edition.objects.for_incident(incident.key).current().first()
        if current is not None and current.text == canonical(record).decode():
            raise NothingToPublish(f"Nothing has changed since edition {current.number} of “{incident.key}”.")
        edition = editions.append(record, kind=kind, note=note)
        catalogue.index(edition)
        look_over(incident, record)
        _note(by, incident, f"Published edition {edition.number} ({edition.kind}).")
    return edition


def retract(incident: Incident, *, by: User | None, reason: str) -> Edition:
    """Close every edition of the incident, with a public reason, and take it out of the catalogue.

    Raises `EditionError` where there is nothing to retract, or no reason.
    """
    with transaction.atomic():
        catalogue.one_at_a_time()
        edition = editions.retract(_locked(incident).key, reason=reason)
        catalogue.remove(incident.key)
        _back_to_draft(incident.key)
        _note(by, incident, f"Retracted: {reason}")
    return edition


def redact(edition: Edition, *, by: User | None, reason: str) -> Edition:
    """Empty the edition's text for good, with a public reason; a current one leaves the catalogue.

    Raises `EditionError` where there is no text to redact, or no reason.
    """
    with transaction.atomic():
        catalogue.one_at_a_time()
        redacted = editions.redact(edition, reason=reason)
        if Edition.objects.current().filter(pk=edition.pk).exists():
            catalogue.remove(edition.incident)
            _back_to_draft(edition.incident)
        incident = Incident.objects.filter(key=edition.incident).first()
        if incident is not None:
            _note(by, incident, f"Redacted edition {edition.number}: {reason}")
    return redacted


def _back_to_draft(key: str) -> None:
    """What was withdrawn is not approved: somebody must look at it before it can be published again."""
    Incident.objects.filter(key=key).update(state=State.DRAFT)


def _locked(incident: Incident) -> Incident:
    """The row as it is now, held so that two people do not publish it at once."""
    return Incident.objects.select_for_update().get(pk=incident.pk)


def _publishable(incident: Incident) -> Record:
    """What readers would get. Raises NotPublishable."""
    try:
        record = for_readers(build(incident))
    except RecordError as error:
        raise NotPublishable((), error.problems) from error
    blocking = [finding for finding in audit(record) if finding.severity is Severity.BLOCKS]
    if blocking:
        raise NotPublishable(blocking)
    return record


def _note(by: User | None, incident: Incident, message: str) -> None:
    if by is not None:
        note_change(by, incident, message)
