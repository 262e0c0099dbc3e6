"""The queue's one task: to work off a job, one incident after another."""

from __future__ import annotations

import logging
from threading import Event
from uuid import UUID

from django.db import OperationalError
from django_tasks import TaskContext, task

from archive.record import RecordError
from incidents.jobs.progress import NotOurs, begin, end, next_incidents, step
from incidents.models import Job, JobState
from incidents.renewal import NotAtTheDesk

logger = logging.getLogger(__name__)

#: Set when the worker is asked to end: a job stops after the incident that it is at.
stopping = Event()


@task(takes_context=True)
def work_off(context: TaskContext, job: int) -> None:
    """Go on with the job from where it stands, until it ends or the worker does.

    What goes wrong ends the job as failed, with the reason; trouble with the database alone leaves it
    unfinished, so that it is delivered again.
    """
    delivery = UUID(context.task_result.id)
    try:
        ended = _work_off(begin(job, delivery), delivery)
    except NotOurs as error:
        logger.info("%s It is left to others.", error)
    except OperationalError:
        raise
    except (NotAtTheDesk, RecordError) as error:
        end(job, delivery, JobState.FAILED, str(error))
    except Exception as error:
        logger.exception("Job %s failed.", job)
        end(job, delivery, JobState.FAILED, f"Unforeseen: {error!r}. The worker's log has the details.")
    else:
        logger.info("%s: %s of %s looked at, %s renewed.", ended, ended.done, ended.total, ended.renewed)


def _work_off(job: Job, delivery: UUID) -> Job:
    logger.info(
        "%s: renewing the incidents that show it, %s of %s left.", job, job.total - job.done, job.total
    )
    while incidents := next_incidents(job):
        for incident in incidents:
            if stopping.is_set():
                return end(job.pk, delivery, JobState.WAITING)
            job = step(job.pk, delivery, incident)
    return end(job.pk, delivery, JobState.DONE)
