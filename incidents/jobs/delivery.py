"""How a job is brought to a worker, and brought again when that worker died.

The queue hands each of its rows to one worker and then forgets it: the row of a worker that was killed says
"running" for ever. So the job's own row is the truth. An unfinished job has one delivery that may work on it;
when that is lost, the job gets another, and the old one, should its worker only have slept, finds at its
next step that the job is not its own any more.

A worker is taken for dead when it was not seen for a minute. A sign in the database works alike on SQLite and
PostgreSQL, and across machines; a lock that lasts as long as its connection does not exist on SQLite, and
does not pass a pooler: https://www.pgbouncer.org/features.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from incidents.jobs.work import work_off
from incidents.models import Job, JobState, RunningWorker

#: So often a job is delivered without coming forward before it is given up.
ATTEMPTS = 3


def deliver(job: Job) -> None:
    """Store the job as waiting and give it a delivery, unless one waits for it already.

    Job and delivery are rows of one transaction: neither is without the other.
    """
    if job.state == JobState.WAITING and _waits(job.delivery):
        job.save()
        return
    job.state, job.error, job.ended_at = JobState.WAITING, "", None
    job.save()
    job.delivery = UUID(work_off.enqueue(job=job.pk).id)
    job.save(update_fields=["delivery"])


def hold(job: Job) -> None:
    """Store the job as one that begins only when an editor starts it."""
    job.state, job.delivery = JobState.HELD, None
    job.save()


def start(job: Job) -> bool:
    """Let a job go on that failed or was held; False where it is neither."""
    with transaction.atomic():
        stopped = Job.objects.filter(state__in=[JobState.FAILED, JobState.HELD])
        found = stopped.select_for_update().filter(pk=job.pk).first()
        if found is not None:
            found.attempts = 0
            deliver(found)
    return found is not None


def take_up_lost() -> None:
    """Deliver again every unfinished job whose delivery is lost; fail those that never come forward."""
    with transaction.atomic():
        for job in lost(Job.objects.unfinished()):
            _deliver_again(job)


def lost(unfinished: QuerySet[Any]) -> Iterator[Any]:
    """Those of the rows whose delivery is lost, each locked: the caller holds a transaction."""
    waiting = DBTaskResult.objects.filter(pk=OuterRef("delivery"), status=TaskResultStatus.READY)
    doubtful = unfinished.filter(~Exists(waiting))
    alive = set(RunningWorker.objects.alive().values_list("key", flat=True))
    for row in doubtful.select_for_update(skip_locked=True):
        if _is_lost(row.delivery, alive):
            yield row


def _waits(delivery: UUID | None) -> bool:
    row = _row(delivery)
    return row is not None and row.status == TaskResultStatus.READY


def _is_lost(delivery: UUID | None, alive: set[str]) -> bool:
    """Whether no worker has this delivery, or one that is taken for dead."""
    row = _row(delivery)
    return row is None or row.status != TaskResultStatus.RUNNING or row.worker_ids[-1] not in alive


def _row(delivery: UUID | None) -> DBTaskResult[Any, Any] | None:
    return DBTaskResult.objects.filter(pk=delivery).first() if delivery else None


def _deliver_again(job: Job) -> None:
    if job.delivery:
        close(job.delivery)
    job.attempts += 1
    if job.attempts < ATTEMPTS:
        deliver(job)
        return
    job.state, job.delivery, job.ended_at = JobState.FAILED, None, timezone.now()
    job.error = (
        f"Its worker ended {ATTEMPTS} times before it had looked at one more incident. See the worker's log."
    )
    job.save()


def close(delivery: UUID) -> None:
    """Let the row of a dead worker not look as if it were running."""
    lost = DBTaskResult.objects.filter(pk=delivery, status=TaskResultStatus.RUNNING)
    lost.update(status=TaskResultStatus.FAILED, finished_at=timezone.now(), traceback="The worker ended.")
