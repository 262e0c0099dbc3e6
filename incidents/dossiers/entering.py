"""From a file to the desk and, if asked, to the public: the whole file or nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from archive import catalogue
from archive.models import Edition
from archive.record import Record, RecordError
from archive.vocabulary import EditionKind
from incidents.build import holds
from incidents.dossiers.reading import DossierError, read
from incidents.load import load
from incidents.models import Incident
from incidents.publishing import NothingToPublish, NotPublishable, publish


def enter(path: Path, *, public: bool, note: str, tell: Callable[[str], None]) -> None:
    """Load the file's records, and publish them if `public`; `tell` then gets a line for each record.

    A record that the desk has already, and an edition that says the same already, are left alone.
    Raises DossierError; then nothing of the file was entered.
    """
    records = read(path)
    with transaction.atomic():
        if public:
            catalogue.one_at_a_time()
        done = [f"{record.id}: {_entered(path, record, public=public, note=note)}" for record in records]
    for line in done:
        tell(line)


def _entered(path: Path, record: Record, *, public: bool, note: str) -> str:
    try:
        return _enter(path, record, public=public, note=note)
    except RecordError as error:
        raise _refused(path, record, error.problems) from error
    except NotPublishable as error:
        raise _refused(path, record, error.reasons) from error


def _refused(path: Path, record: Record, reasons: list[str]) -> DossierError:
    return DossierError([f"{path}: record {record.id}: {reason}" for reason in reasons])


def _enter(path: Path, record: Record, *, public: bool, note: str) -> str:
    incident = Incident.objects.filter(key=record.id).first()
    if incident is None or not holds(incident, record):
        done = "loaded" if incident is None else "changed"
        incident = load(record, what=f"Loaded from the dossier {path.name}.")
    else:
        done = "unchanged"
    return f"{done}{_publish(incident, note) if public else ''}"


def _publish(incident: Incident, note: str) -> str:
    """Publish, but never reopen by a file what somebody has retracted."""
    if Edition.objects.for_incident(incident.key).current().filter(kind=EditionKind.RETRACTION).exists():
        return ", left retracted"
    try:
        return f", published as edition {publish(incident, by=None, note=note).number}"
    except NothingToPublish:
        return ", published already"
