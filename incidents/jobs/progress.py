"""How a job begins, comes forward and ends: each a transaction, and only for the job's own delivery."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from archive import catalogue
from archive.models import Holding
from incidents.models import Job, JobState, LeftAlone
from incidents.renewal import NeedsEditor, renew


class NotOurs(Exception):
    """The job is finished or held, or another delivery works on it."""


def begin(pk: int, delivery: UUID) -> Job:
    """The job, running from now on. Raises NotOurs."""
    with transaction.atomic():
        job = _ours(pk, delivery)
        if job.started_at is None:
            job.started_at = timezone.now()
            job.total = _shown_by(job).values("incident").distinct().count()
        job.state = JobState.RUNNING
        job.save()
    return job


def next_incidents(job: Job, most: int = 500) -> list[str]:
    """The next published incidents that show what the job is about, in the database's own order."""
    ahead = _shown_by(job).filter(incident__gt=job.after).order_by("incident")
    return list(ahead.values_list("incident", flat=True).distinct()[:most])


def step(pk: int, delivery: UUID, incident: str) -> Job:
    """Renew one incident and note that the job has come so far, both or neither. Raises NotOurs."""
    with transaction.atomic():
        catalogue.one_at_a_time()
        job = _ours(pk, delivery)
        try:
            job.renewed += renew(job, incident) is not None
        except NeedsEditor as error:
            LeftAlone.objects.get_or_create(
                job=job, incident=incident, defaults={"reason": str(error)[:2000]}
            )
        job.after, job.done, job.attempts = incident, job.done + 1, 0
        job.save()
    return job


def end(pk: int, delivery: UUID, state: JobState, error: str = "") -> Job:
    """The job, done or failed, or waiting for another delivery. Raises NotOurs."""
    with transaction.atomic():
        job = _ours(pk, delivery)
        job.state, job.error, job.delivery = state, error, None
        job.ended_at = None if state == JobState.WAITING else timezone.now()
        job.save()
    return job


def _ours(pk: int, delivery: UUID) -> Job:
    """The job, locked: nobody else comes forward with it before this transaction ends."""
    job = Job.objects.unfinished().filter(pk=pk, delivery=delivery).select_for_update().first()
    if job is None:
        raise NotOurs(f"Job {pk} is not for delivery {delivery}.")
    return job


def _shown_by(job: Job) -> QuerySet[Holding]:
    return Holding.objects.filter(kind=job.subject, key__in=[job.key, *job.instead_of])
