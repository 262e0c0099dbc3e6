"""One published incident comes to show a shared entity as the desk now has it."""

from __future__ import annotations

from archive import catalogue, editions
from archive.maintenance import note_on, patched, rechecked, same_figures
from archive.models import Edition
from archive.record import Record, RecordError
from archive.record.links import Link
from archive.vocabulary import EditionKind
from incidents.journal import note_change
from incidents.library import gather
from incidents.licences import forbidden
from incidents.models import Incident, Job, Subject
from incidents.quotes import checks_of


class NotAtTheDesk(Exception):
    """The desk does not have what the job is about."""


class NeedsEditor(Exception):
    """The incident is left alone; the message says why."""


def renew(job: Job, incident: str) -> Edition | None:
    """Publish a maintenance edition of the incident; None where its current edition says so already.

    Within a transaction that holds `catalogue.one_at_a_time`. Done twice, it does nothing the second time.
    Raises NeedsEditor; NotAtTheDesk, or RecordError where the desk's entity is not a valid one.
    """
    edition = Edition.objects.for_incident(incident).current().readable().first()
    if edition is None:
        return None
    before = _record(edition)
    after = _after(job, before)
    if after is before:
        return None
    if reason := forbidden([after]).get(incident):
        raise NeedsEditor(reason)
    if not same_figures(before, after):
        raise NeedsEditor("Its figures would change: look at it and publish it.")
    return _publish(job, before, after)


def _record(edition: Edition) -> Record:
    try:
        return edition.record
    except RecordError as error:
        raise NeedsEditor(f"Its current edition cannot be read: {error}") from error


def _after(job: Job, before: Record) -> Record:
    link: Link = (job.subject, job.key)
    known = gather([link])
    if link not in known:
        raise NotAtTheDesk(f"The desk has no {job} any more: it was deleted or merged.")
    try:
        after = patched(before, link, known, instead_of=job.instead_of)
    except RecordError as error:
        raise NeedsEditor(f"Its parts would not fit together any more: {error}") from error
    if job.subject != Subject.SOURCES:
        return after
    return rechecked(after, job.key, checks_of(before.id, job.key))


def _publish(job: Job, before: Record, after: Record) -> Edition:
    note = note_on(before, after, (job.subject, job.key), instead_of=job.instead_of)
    edition = editions.append(after, kind=EditionKind.MAINTENANCE, note=note)
    catalogue.index(edition)
    incident = Incident.objects.filter(key=edition.incident).first()
    if job.by is not None and incident is not None:
        note_change(job.by, incident, f"Maintenance, edition {edition.number}: {note}")
    return edition
