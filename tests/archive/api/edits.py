"""Random edits of a small archive: incidents appear, change, are retracted, come back, and lose old texts."""

from __future__ import annotations

from random import Random

from archive import catalogue, editions
from archive.models import Edition
from archive.record import Record
from archive.vocabulary import EditionKind
from tests.archive.published import publish, retract
from tests.builders import count, exactly, record

INCIDENTS = [f"event-{number}" for number in range(8)]


def edit(random: Random, number: int) -> None:
    """One edit of one incident, of a kind that can come next."""
    incident = random.choice(INCIDENTS)
    last = Edition.objects.for_incident(incident).order_by("-number").first()
    if last is None or last.is_retraction:
        publish(_record(incident, number))
    elif (choice := random.random()) < 0.05:
        retract(incident)
    elif choice < 0.2:
        _redact(random.choice(list(Edition.objects.for_incident(incident))))
    else:
        kind = random.choice([EditionKind.UPDATE, EditionKind.CORRECTION, EditionKind.MAINTENANCE])
        catalogue.index(editions.append(_record(incident, number), kind=kind))


def _record(incident: str, number: int) -> Record:
    return record(count(1, exactly(number)), id=incident, title=f"As of edit {number}")


def _redact(edition: Edition) -> None:
    if not edition.text or edition == Edition.objects.for_incident(edition.incident).current().get():
        return
    editions.redact(edition, reason="Somebody would come to harm.")
