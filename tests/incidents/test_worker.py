"""How a worker ends, and who may come forward with a job."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest
from django.db.models.signals import pre_save
from django_tasks_db.models import DBTaskResult

from incidents.jobs.delivery import deliver, start, take_up_lost
from incidents.jobs.progress import NotOurs, begin, step
from incidents.models import Job, JobState, RunningWorker
from tests.incidents.queue import numbers, published, rename, shown, waiting, work_off

pytestmark = pytest.mark.django_db(transaction=True)


def delivered() -> Job:
    job = waiting()
    deliver(job)
    return job


def state(job: Job) -> str:
    job.refresh_from_db()
    return job.state


@contextmanager
def whenever_a_job_is_stored(act: Callable[..., None]) -> Iterator[None]:
    pre_save.connect(act, sender=Job)
    try:
        yield
    finally:
        pre_save.disconnect(act, sender=Job)


def running(worker: str) -> Job:
    """A job that this worker has taken."""
    job = delivered()
    DBTaskResult.objects.get().claim(worker)
    assert job.delivery is not None
    return begin(job.pk, job.delivery)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_asked_to_end_ends_after_the_incident_it_is_at(number: int) -> None:
    published(1, 2, 3)
    rename("The Front")
    job = delivered()

    def ask_to_end(instance: Job, **given: Any) -> None:
        if instance.after == "event-1" and instance.state == JobState.RUNNING:
            os.kill(os.getpid(), number)

    with whenever_a_job_is_stored(ask_to_end):
        work_off()

    assert (state(job), job.done) == (JobState.WAITING, 1)
    assert [shown(1), shown(2)] == ["The Front", "Actor group"]


def test_an_interrupted_job_is_finished_by_the_next_worker() -> None:
    published(1, 2)
    rename("The Front")
    job = delivered()
    Job.objects.update(after="event-1", done=1, delivery=None)
    work_off()

    assert (state(job), numbers(1), len(numbers(2))) == (JobState.DONE, [(1, "first")], 2)


def test_a_worker_says_that_it_lives_and_is_forgotten_when_it_ends() -> None:
    published(1)
    rename()
    delivered()
    seen: list[int] = []

    def look(**given: Any) -> None:
        seen.append(RunningWorker.objects.alive().count())

    with whenever_a_job_is_stored(look):
        work_off()

    assert set(seen) == {1}
    assert not RunningWorker.objects.exists()


def test_a_worker_leaves_the_signals_and_threads_of_its_process_as_they_were() -> None:
    before = signal.getsignal(signal.SIGTERM), threading.active_count()
    work_off()

    assert (signal.getsignal(signal.SIGTERM), threading.active_count()) == before


def test_a_worker_whose_job_was_taken_up_by_another_comes_no_further() -> None:
    published(1)
    rename()
    job = running("a-sleeping-worker")
    first = job.delivery
    take_up_lost()
    job.refresh_from_db()

    assert first is not None
    assert job.delivery not in (None, first)
    with pytest.raises(NotOurs):
        step(job.pk, first, "event-1")
    assert numbers(1) == [(1, "first")]


def test_a_job_whose_worker_lives_is_left_to_it() -> None:
    RunningWorker.objects.create(key="a-worker")
    job = running("a-worker")
    delivery = job.delivery
    take_up_lost()

    assert (state(job), job.delivery) == (JobState.RUNNING, delivery)


def test_a_job_that_waits_for_a_worker_is_delivered_once() -> None:
    job = delivered()
    delivery = job.delivery
    take_up_lost()
    deliver(job)

    assert (state(job), job.delivery) == (JobState.WAITING, delivery)
    assert DBTaskResult.objects.count() == 1


def test_a_job_whose_delivery_was_lost_without_a_trace_is_delivered_again() -> None:
    job = waiting()
    Job.objects.update(delivery=uuid4())
    take_up_lost()
    job.refresh_from_db()

    assert DBTaskResult.objects.get().pk == job.delivery


def test_what_is_unforeseen_fails_the_job_with_the_reason_and_it_can_start_again() -> None:
    published(1)
    rename("The Front")
    job = delivered()

    def break_down(instance: Job, **given: Any) -> None:
        if instance.after:
            raise ZeroDivisionError("by nothing")

    with whenever_a_job_is_stored(break_down):
        work_off()

    assert state(job) == JobState.FAILED
    assert job.error == "Unforeseen: ZeroDivisionError('by nothing'). The worker's log has the details."
    assert numbers(1) == [(1, "first")]
    assert start(job)
    work_off()
    assert (state(job), shown(1)) == (JobState.DONE, "The Front")


def test_only_what_has_stopped_is_started() -> None:
    assert not start(delivered())
