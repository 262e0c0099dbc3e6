"""What is to be known of the desk: the queue, who works it off, and what failed."""

from __future__ import annotations

from django.db.models import Case, Min, When
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from archive.models import CorrectionRequest
from archive.watching import Fact, Section
from archive.watching.facts import in_time
from incidents.models import Job, RunningWorker, Upload
from incidents.models.uploads import UploadState
from sources.models import Capture, CaptureRequest

#: What waits longer than so many seconds for a worker waits too long.
LONG = 3600
NO_WORKER = "No worker lives: start “manage.py worker”."


def desk() -> list[Section]:
    return [Section("Background work", [*_queue(), _failed()]), Section("For editors", _for_editors())]


def _queue() -> list[Fact]:
    workers = RunningWorker.objects.alive().count()
    return [
        Fact("queue_waiting", "waiting", DBTaskResult.objects.filter(status=TaskResultStatus.READY).count()),
        Fact("queue_running", "running", DBTaskResult.objects.running().count()),
        _oldest(_seconds()),
        Fact("workers", "workers", workers, "", "" if workers else NO_WORKER),
    ]


def _seconds() -> float:
    """For how long that has waited which could have been begun for longest."""
    now = timezone.now()
    since = Case(When(run_after__lte=now, then="run_after"), default="enqueued_at")
    oldest = DBTaskResult.objects.ready().aggregate(oldest=Min(since))["oldest"]
    return (now - oldest).total_seconds() if oldest else 0


def _oldest(seconds: float) -> Fact:
    said = f"waits for {in_time(seconds)}" if seconds else "nothing waits"
    trouble = (
        f"Something waits for a worker for {in_time(seconds)}: see the worker's log."
        if seconds > LONG
        else ""
    )
    return Fact("queue_oldest_seconds", "the oldest", seconds, said, trouble)


def _failed() -> Fact:
    jobs = Job.objects.failed().count()
    imports = Upload.objects.filter(state=UploadState.FAILED).count()
    trouble = f"{jobs} jobs and {imports} imports failed: /desk/ says why, and lets them go on."
    return Fact("queue_failed", "failed", jobs + imports, "", trouble if jobs + imports else "")


def _for_editors() -> list[Fact]:
    failed = CaptureRequest.objects.failed().count()
    return [
        Fact("captures", "stored copies", Capture.objects.count()),
        Fact("captures_failed", "not to be had", failed),
        Fact("corrections_open", "open requests", CorrectionRequest.objects.open().count()),
    ]
