"""How editions are added to their incident's chain, closed and redacted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from archive.bulk import Lines, insert, insert_lines
from archive.editions.seals import digest, seal_of
from archive.models import Change, Edition, EditionError
from archive.record import Record, canonical
from archive.vocabulary import ChangeKind, EditionKind

#: How often another writer may take the number that we were about to use, before we give up.
ATTEMPTS = 20


class NoEdition(EditionError):
    """The incident has no edition."""


class AlreadyRetracted(EditionError):
    """The incident's current edition is a retraction."""


class WithheldClaims(EditionError):
    """The record holds claims that the public may not read."""


class WrongKind(EditionError):
    """This kind of edition cannot come here."""


def append(
    record: Record, *, kind: EditionKind | None = None, note: str = "", at: datetime | None = None
) -> Edition:
    """Publish the record as its incident's next edition; the catalogue is left as it is.

    Without `kind` it is the first edition or an update; `at` defaults to now. Raises WrongKind for a
    retraction, for a first edition that is not the first, and for any other kind that is; WithheldClaims
    for a record that `archive.figures.for_readers` has not passed.
    """
    _refuse(record, kind)

    def after(last: Edition | None) -> Edition:
        return _sealed(record.id, last, _kind_after(last, kind), note, at, canonical(record).decode())

    return _append(record.id, after)


def append_all(
    records: Sequence[tuple[Record, str]], *, kind: EditionKind | None = None, at: datetime | None = None
) -> list[Edition]:
    """Publish many records, of different incidents, each with its note, like `append`: all or none.

    The caller sees to it that nobody else publishes meanwhile. Two queries, however many records.
    """
    added = seal_all(records, kind=kind, at=at)
    store_all(added)
    return added


def seal_all(
    records: Sequence[tuple[Record, str]], *, kind: EditionKind | None = None, at: datetime | None = None
) -> list[Edition]:
    """The editions that `append_all` publishes, yet to be stored. One query."""
    last = last_of(record.id for record, _ in records)
    moment = at or timezone.now()
    added: list[Edition] = []
    for record, note in records:
        _refuse(record, kind)
        before = last.get(record.id)
        text = canonical(record).decode()
        edition = _sealed(record.id, before, _kind_after(before, kind), note, moment, text)
        edition.record = record
        added.append(edition)
    return added


def store_all(sealed: Sequence[Edition]) -> None:
    """Store what `seal_all` made: all or none."""
    with transaction.atomic():
        insert(sealed)
        _tell(sealed)


def last_of(incidents: Iterable[str]) -> dict[str, Edition]:
    """The edition with the highest number of each incident that has one, without its text. One query."""
    rows = Edition.objects.filter(incident__among=set(incidents)).order_by("incident", "number").defer("text")
    return {row.incident: row for row in rows}


def _refuse(record: Record, kind: EditionKind | None) -> None:
    if withheld := [claim.number for claim in record.claims if claim.withheld]:
        raise WithheldClaims(f"Claims {withheld} of “{record.id}” are withheld; publish for_readers(record).")
    if kind is EditionKind.RETRACTION:
        raise WrongKind("A retraction holds no record; use editions.retract.")


def retract(incident: str, *, reason: str, at: datetime | None = None) -> Edition:
    """Close every edition of the incident, with a public reason; the catalogue is left as it is.

    Raises NoEdition, AlreadyRetracted, or EditionError where the reason is empty.
    """
    if not reason.strip():
        raise EditionError("Say in public why the incident is retracted.")

    def after(last: Edition | None) -> Edition:
        if last is None:
            raise NoEdition(f"“{incident}” was never published.")
        if last.is_retraction:
            raise AlreadyRetracted(f"“{incident}” is retracted already: {last.note}")
        return _sealed(incident, last, EditionKind.RETRACTION, reason, at, "")

    return _append(incident, after)


def redact(edition: Edition, *, reason: str) -> Edition:
    """Empty the edition's text for good; number, digest, seal and the public reason stay.

    Raises EditionError where the reason is empty, or where there is no text to redact.
    """
    if not reason.strip():
        raise EditionError("Say in public why the edition is redacted.")
    now, open_editions = timezone.now(), Edition.objects.filter(pk=edition.pk).exclude(text="")
    with transaction.atomic():
        if not open_editions.redact(at=now, reason=reason):
            raise EditionError(f"{edition} has no text to redact.")
        Change.objects.create(edition=edition, kind=ChangeKind.REDACTION, at=now)
    return Edition.objects.get(pk=edition.pk)


def _tell(added: Iterable[Edition]) -> None:
    """Let the feed of changes say that these appeared."""
    rows = [(edition.pk, edition.kind, edition.published_at) for edition in added]
    insert_lines(Change, Lines(("edition_id", "kind", "at"), rows))


def _append(incident: str, after: Callable[[Edition | None], Edition]) -> Edition:
    """Store what comes `after` the last edition; another writer may take the number meanwhile."""
    for attempt in range(ATTEMPTS):
        edition = after(Edition.objects.for_incident(incident).order_by("-number").first())
        try:
            with transaction.atomic():
                edition.save()
                _tell([edition])
        except IntegrityError:
            taken = Edition.objects.filter(incident=incident, number=edition.number).exists()
            if not taken or attempt == ATTEMPTS - 1:
                raise
        else:
            return edition
    raise AssertionError("unreachable")


def _kind_after(last: Edition | None, kind: EditionKind | None) -> EditionKind:
    if kind is None:
        return EditionKind.FIRST if last is None else EditionKind.UPDATE
    if (kind is EditionKind.FIRST) != (last is None):
        raise WrongKind(f"“{kind.label}” cannot come {'first' if last is None else f'after {last}'}.")
    return kind


def _sealed(
    incident: str, last: Edition | None, kind: EditionKind, note: str, at: datetime | None, text: str
) -> Edition:
    edition = Edition(
        incident=incident,
        number=last.number + 1 if last else 1,
        kind=kind,
        note=note,
        published_at=at or timezone.now(),
        text=text,
        sha256=digest(text),
        previous=last.seal if last else "",
    )
    edition.seal = seal_of(edition)
    return edition
