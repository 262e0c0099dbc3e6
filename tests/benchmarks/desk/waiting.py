"""What waits at a big desk: editions, states, contradictions and jobs, as the home's shelves find them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import F, QuerySet
from django.utils import timezone

from archive.models import Edition
from archive.record import Record, canonical
from archive.vocabulary import EditionKind
from incidents.models import Concern, Incident, Job, JobState, Snapshot, State, Subject

#: So many rows are written at once.
BATCH = 5000


def add_waiting(editor: User) -> None:
    """Four of five incidents become drafts that were never published; most of the others are published.

    One of a hundred is a draft with an edition, contradicts itself, and was edited by this editor.
    """
    incidents = Incident.objects.annotate(place_in_hundred=F("pk") % 100)
    drafts, published = (
        incidents.filter(place_in_hundred__lt=80),
        incidents.filter(place_in_hundred__gte=86),
    )
    drafts.update(state=State.DRAFT)
    published.update(state=State.PUBLISHED)
    for rows in _batches(published):
        Edition.objects.bulk_create(map(_edition, rows))
    for rows in _batches(incidents.filter(place_in_hundred=0)):
        Edition.objects.bulk_create(map(_edition, rows))
        Concern.objects.bulk_create(Concern(incident=row, count=1, message="They differ.") for row in rows)
        Snapshot.objects.bulk_create(_state(row, editor) for row in rows)
    Job.objects.bulk_create(_job(number) for number in range(1, BATCH + 1))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _batches(incidents: QuerySet[Incident]) -> Iterator[list[Incident]]:
    after = 0
    while rows := list(incidents.filter(pk__gt=after).order_by("pk").only("key")[:BATCH]):
        yield rows
        after = rows[-1].pk


def _edition(incident: Incident) -> Edition:
    text = canonical(Record(id=incident.key, title="Published before")).decode()
    told: dict[str, Any] = {"text": text, "sha256": "0" * 64, "seal": f"{incident.pk:064}"}
    return Edition(
        incident=incident.key, number=1, kind=EditionKind.FIRST, published_at=timezone.now(), **told
    )


def _state(incident: Incident, editor: User) -> Snapshot:
    return Snapshot(subject=Subject.INCIDENTS, key=incident.key, text="{}", what="Changed.", by=editor)


def _job(number: int) -> Job:
    failed = number % 10 == 0
    state, error = (JobState.FAILED, "It broke.") if failed else (JobState.DONE, "")
    return Job(subject=Subject.ACTORS, key=f"group-{number}", state=state, error=error)
