"""From the desk to the reading room: a record is built, audited, stored as an edition and indexed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from archive import catalogue, editions
from archive.audit import Finding, Severity, audit
from archive.catalogue import Composing
from archive.figures import for_readers
from archive.models import Edition
from archive.record import Record, RecordError
from archive.vocabulary import EditionKind
from incidents import concerns
from incidents.build import build
from incidents.concerns import look_over
from incidents.journal import note_change
from incidents.licences import forbidden
from incidents.models import Incident
from incidents.review import why_not
from incidents.reviewing import held, remember, remember_all
from incidents.standing import person_of, says, standing_of
from incidents.states import State, Step

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class NotPublishable(Exception):
    """What must be mended first: `problems` of the rows or the review, `findings` of the audit.

    `reasons` are both, in plain sentences.
    """

    def __init__(self, findings: Sequence[Finding], problems: Sequence[str] = ()) -> None:
        self.findings = tuple(findings)
        self.problems = tuple(problems)
        self.reasons = [*problems, *(finding.message for finding in findings)]
        super().__init__("\n".join(self.reasons))


class NothingToPublish(Exception):
    """The current edition says the same already."""


def publish(
    incident: Incident, *, by: User | None, note: str = "", kind: EditionKind | None = None
) -> Edition:
    """Publish the incident as the desk has it, and show it in the catalogue; `note` is public.

    Without `kind` it is the first edition or an update; without `by` the operator publishes, whom no rule
    of review binds. Raises NotPublishable, NothingToPublish, or `editions.WrongKind` for a kind that cannot
    come next.
    """
    with held(incident) as row:
        record = _for_readers(row)
        current = Edition.objects.for_incident(row.key).current().first()
        same = says(current, record)
        if not same:
            _refuse(row, record, by)
            current = _appended(row, record, by, note, kind)
        Incident.objects.filter(pk=row.pk).update(state=State.PUBLISHED)
    assert current is not None
    if same:
        raise NothingToPublish(f"Nothing has changed since edition {current.number} of “{incident.key}”.")
    return current


def _appended(row: Incident, record: Record, by: User | None, note: str, kind: EditionKind | None) -> Edition:
    edition = editions.append(record, kind=kind, note=note)
    catalogue.index(edition)
    look_over(row, record)
    remember(row, Step.PUBLISH, by, reason=note)
    _note(by, row, f"Published edition {edition.number} ({edition.kind}).")
    return edition


@dataclass(frozen=True, slots=True)
class Ready:
    """An incident that the operator publishes: its row, what the desk has of it, and the public note."""

    row: Incident
    record: Record
    note: str


@dataclass(frozen=True, slots=True)
class _Going:
    """A record that can be published with this note, and what the audit finds in it."""

    record: Record
    note: str
    findings: Sequence[Finding]


#: What came of each incident, by id.
Outcomes = Mapping[str, Edition | NotPublishable | NothingToPublish]


def publish_all(ready: Sequence[Ready]) -> Outcomes:
    """Publish many incidents, which the caller has just loaded, like `publish`: what came of each, by id.

    A few queries for all of them together. What was retracted or redacted is published by an editor alone.
    """
    with transaction.atomic():
        catalogue.one_at_a_time()
        begun = begin([(each.record, each.note) for each in ready])
        return finish(begun, {each.row.key: each.row for each in ready})


@dataclass(frozen=True, slots=True)
class Begun:
    """A publication of many that has begun: its editions are sealed, and their answers being composed."""

    outcome: Mapping[str, _Going | NotPublishable | NothingToPublish]
    sealed: Sequence[Edition]
    composing: Composing


def begin(drafts: Sequence[tuple[Record, str]]) -> Begun:
    """Begin to publish records, each with its public note, while their rows are yet to be loaded.

    `finish` ends it in the same transaction, which lets no other writer of the catalogue in.
    """
    outcome = _outcomes([(for_readers(record), note) for record, note in drafts])
    going = [each for each in outcome.values() if isinstance(each, _Going)]
    sealed = editions.seal_all([(each.record, each.note) for each in going])
    return Begun(outcome, sealed, catalogue.compose(sealed))


def finish(begun: Begun, rows: Mapping[str, Incident]) -> Outcomes:
    """Store what was begun: what came of each incident, by id; `rows` are all of them, by id."""
    going = [(rows[key], each) for key, each in begun.outcome.items() if isinstance(each, _Going)]
    editions.store_all(begun.sealed)
    concerns.remember([(row, each.findings) for row, each in going])
    remember_all([(row, each.note) for row, each in going], Step.PUBLISH)
    shown = [rows[key].pk for key, each in begun.outcome.items() if not isinstance(each, NotPublishable)]
    Incident.objects.filter(pk__in=shown).update(state=State.PUBLISHED)
    catalogue.index_composed(begun.composing)
    return {**begun.outcome, **{edition.incident: edition for edition in begun.sealed}}  # type: ignore[dict-item]


def _outcomes(
    drafts: Sequence[tuple[Record, str]],
) -> dict[str, _Going | NotPublishable | NothingToPublish]:
    """Those of the incidents that can be published, and why the others cannot."""
    last = editions.last_of(record.id for record, _ in drafts)
    closed = forbidden([record for record, _ in drafts])
    return {
        record.id: _outcome(record, note, last.get(record.id), closed.get(record.id, ""))
        for record, note in drafts
    }


def _outcome(
    record: Record, note: str, last: Edition | None, closed: str
) -> _Going | NotPublishable | NothingToPublish:
    if last is not None and (last.is_retraction or last.is_redacted):
        done = "retracted" if last.is_retraction else "redacted"
        return NotPublishable((), [f"It was {done}: an editor must publish it again."])
    findings = audit(record)
    if (blocking := _blocking(findings)) or closed:
        return NotPublishable(blocking, [closed] if closed else [])
    if says(last, record):
        return NothingToPublish(f"Nothing has changed since the current edition of “{record.id}”.")
    return _Going(record, note, findings)


def retract(incident: Incident, *, by: User | None, reason: str) -> Edition:
    """Close every edition of the incident, with a public reason, and take it out of the catalogue.

    Raises `EditionError` where there is nothing to retract, or no reason.
    """
    with held(incident) as row:
        edition = editions.retract(row.key, reason=reason)
        catalogue.remove(row.key)
        _back_to_draft(row.key)
        remember(row, Step.RETRACT, by, reason=reason)
        _note(by, row, f"Retracted: {reason}")
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
            remember(incident, Step.REDACT, by, reason=reason)
            _note(by, incident, f"Redacted edition {edition.number}: {reason}")
    return redacted


def _back_to_draft(key: str) -> None:
    """What was withdrawn is not approved: somebody must look at it before it can be published again."""
    Incident.objects.filter(key=key).update(state=State.DRAFT)


def _for_readers(row: Incident) -> Record:
    """What readers would get. Raises NotPublishable where the rows do not make a record."""
    try:
        return for_readers(build(row))
    except RecordError as error:
        raise NotPublishable((), error.problems) from error


def _refuse(row: Incident, record: Record, by: User | None) -> None:
    """Raise NotPublishable, naming all that the audit and the review have against it."""
    blocking = _blocking(audit(record))
    reason = why_not(Step.PUBLISH, standing_of(row, record), person_of(by, row)) if by else ""
    reasons = [each for each in (reason, forbidden([record]).get(record.id, "")) if each]
    if blocking or reasons:
        raise NotPublishable(blocking, reasons)


def _blocking(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.BLOCKS]


def _note(by: User | None, incident: Incident, message: str) -> None:
    if by is not None:
        note_change(by, incident, message)
