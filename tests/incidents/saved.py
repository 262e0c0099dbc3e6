"""A stand-in for the Wayback Machine on this machine, and the time that passes while it works."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.test import override_settings
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from sources.models import CaptureRequest, WaybackSave
from tests.incidents.queue import work_off
from tests.sources.captures.websites import Answer, Website, answer, website

STAMP = "20261130120000"
PAGE = "http://paper.example/blast"
TAKEN = {"url": PAGE, "job_id": "spn2-1a2b"}
PENDING = {"status": "pending"}
SAVED = {"status": "success", "timestamp": STAMP, "original_url": PAGE}


@contextmanager
def wayback_machine(*answers: Answer) -> Iterator[Website]:
    """The service, at which the archive has a key."""
    with website(*answers) as service:
        address = f"http://127.0.0.1:{service.port}"
        with override_settings(WAYBACK_KEY="key", WAYBACK_SECRET="secret", WAYBACK_URL=address):
            yield service


def says(read: dict[str, Any], *headers: str, status: str = "200 OK") -> Answer:
    return answer(json.dumps(read).encode(), *headers, status=status, kind="application/json")


def time_passes(seconds: float = 30) -> None:
    """Whatever waits has waited so much longer."""
    passed = timedelta(seconds=seconds)
    for row in DBTaskResult.objects.filter(status=TaskResultStatus.READY, run_after__year__lt=9999):
        DBTaskResult.objects.filter(pk=row.pk).update(run_after=row.run_after - passed)
    for model in (CaptureRequest, WaybackSave):
        begun: QuerySet[Any] = model._default_manager.exclude(begun_at=None)
        for each in begun:
            begun.filter(pk=each.pk).update(begun_at=each.begun_at - passed)


def work_on(steps: int, seconds: float = 30) -> None:
    """Let a worker do what is due, so many times, with the time between."""
    for _ in range(steps):
        work_off()
        time_passes(seconds)
