"""A worker that is killed in the middle of a job loses nothing, and nothing is done twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.db.models.functions import Now

from archive import catalogue, editions
from archive.models import Edition
from incidents.jobs import delivery
from incidents.maintenance import renew_later
from incidents.models import Job, JobState, RunningWorker, Subject
from incidents.models.jobs import LEASE
from tests.environment import ROOT, SECRET_KEY
from tests.incidents.queue import numbers, published, rename, shown, work_off

pytestmark = pytest.mark.django_db(transaction=True)

EVENTS = range(1, 6)


def database_of_the_tests() -> str:
    """The address by which another process finds the database that this test runs on."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def worker_killed(moment: str, incident: str, module: str = "dying_worker") -> int:
    """Run a worker that is killed at this moment; the signal that ended it."""
    surroundings = os.environ | {"DATABASE_URL": database_of_the_tests(), "SECRET_KEY": SECRET_KEY}
    surroundings["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    command = [sys.executable, "-m", f"tests.incidents.{module}", moment, incident]
    surroundings["IMPORTS_DIR"] = str(settings.IMPORTS_DIR)
    surroundings["CAPTURES_DIR"] = str(settings.CAPTURES_DIR)
    ended = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, timeout=60)
    return -ended.returncode


def a_minute_passes() -> None:
    """The dead worker's last sign grows old."""
    RunningWorker.objects.update(seen_at=Now() - LEASE - timedelta(seconds=1))


def asked() -> Job:
    published(*EVENTS)
    rename("The Front")
    job = renew_later(Subject.ACTORS, "group", by=None)
    assert job is not None
    return job


@pytest.mark.parametrize(("moment", "done"), [("within", 2), ("between", 3)])
def test_a_second_worker_finishes_what_a_killed_one_began(moment: str, done: int) -> None:
    job = asked()
    assert worker_killed(moment, "event-3") == signal.SIGKILL
    job.refresh_from_db()
    assert (job.state, job.done) == (JobState.RUNNING, done)
    a_minute_passes()
    work_off()

    job.refresh_from_db()
    assert (job.state, job.done, job.renewed) == (JobState.DONE, 5, 5)
    assert {shown(number) for number in EVENTS} == {"The Front"}
    assert [numbers(number) for number in EVENTS] == [[(1, "first"), (2, "maintenance")]] * 5
    assert list(catalogue.check()) == []
    assert list(editions.verify()) == []


def test_the_job_of_a_worker_that_was_seen_lately_is_left_to_it() -> None:
    job = asked()
    worker_killed("between", "event-3")
    work_off()

    job.refresh_from_db()
    assert (job.state, job.done) == (JobState.RUNNING, 3)
    assert Edition.objects.count() == 5 + 3


def test_a_job_that_kills_every_worker_is_given_up_with_the_reason() -> None:
    job = asked()
    for _ in range(delivery.ATTEMPTS):
        worker_killed("within", "event-1")
        a_minute_passes()
    work_off()

    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert job.error.startswith("Its worker ended 3 times before it had looked at one more incident.")
    assert Edition.objects.count() == 5
