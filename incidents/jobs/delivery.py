"""How a job is brought to a worker, and brought again when that worker died.

The queue hands each of its rows to one worker and then forgets it: a row whose worker was killed stays
"running" for ever. So the job's own row is the truth. Every unfinished job has exactly one delivery that may
work on it; when that delivery is lost, the job gets another, and the old one, should its worker only have
slept, finds at its next step that it is not the job's own any more. A worker is taken for dead when it has
not been seen for a minute: a sign in the database works alike on SQLite and PostgreSQL and across machines,
where a lock that a connection holds would not outlive a pooler or exist on SQLite at all.
"""

from __future__ import annotations

from uuid import UUID

from django_tasks_db.models import DBTaskResult

from incidents.jobs.work import work_off
from incidents.models import Job, JobState


def deliver(job: Job) -> None:
    """Store the job as waiting and give it a delivery, unless it waits for one already.

    Job and delivery are rows of one transaction: none is without the other.
    """
    if job.state == JobState.WAITING and job.delivery and _waits(job.delivery):
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


def _waits(delivery: UUID) -> bool:
    return DBTaskResult.objects.ready().filter(pk=delivery).exists()
