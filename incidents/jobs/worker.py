"""The worker: the queue's own, with a sign of life and an end after the incident it is at."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Event, Thread
from types import FrameType

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.models.functions import Now
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from archive.models import CorrectionRequest
from incidents.door.sessions import forget_ended
from incidents.importers.uploads.clearing import clear_leftovers
from incidents.jobs.capturing import take_up_lost_captures
from incidents.jobs.delivery import take_up_lost
from incidents.jobs.importing import take_up_lost_imports
from incidents.jobs.saving import take_up_lost_saves
from incidents.jobs.work import stopping
from incidents.models import RunningWorker, SignIn
from incidents.models.jobs import LEASE
from sources.captures.clearing import clear_orphans

logger = logging.getLogger(__name__)

#: Seconds between two signs of life: several fit into the time after which a worker is taken for dead.
BEAT = 10
#: Signs of life between two looks for files that nobody wants any more: about an hour.
BEATS = 360
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)


class StoppingWorker(Worker):
    """Ends after the incident that its job is at, where the queue's own would go on to the job's end."""

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        stopping.set()
        logger.info("The worker ends, if need be after the incident that it is at.")
        super().shutdown(signum, frame)


class Pulse(Thread):
    """Says every few seconds that the worker lives, and takes up the jobs of workers that do not.

    Now and then it clears the folders of imports and captures, and forgets who asked for corrections, or
    came in, long ago.
    """

    def __init__(self, key: str) -> None:
        super().__init__(daemon=True)
        self.key = key
        self.ended = Event()

    def run(self) -> None:
        for number in count(1):
            if self.ended.wait(BEAT):
                return
            try:
                beat(self.key)
                if number % BEATS == 0:
                    clear_leftovers()
                    clear_orphans()
                    forget_people()
            except DatabaseError:
                logger.warning("The database did not take the worker's sign of life; it tries again.")
            finally:
                connection.close()


def forget_people() -> None:
    """Delete what is kept of people for so many days alone, and of sessions that are over."""
    CorrectionRequest.objects.forget_contacts()
    SignIn.objects.forget()
    forget_ended()


def beat(key: str) -> None:
    """Note that the worker lives, take up what was lost, and forget the workers that lost it."""
    RunningWorker.objects.update_or_create(key=key, defaults={"seen_at": Now()})
    take_up_lost()
    take_up_lost_imports()
    take_up_lost_captures()
    take_up_lost_saves()
    RunningWorker.objects.filter(seen_at__lt=Now() - LEASE).delete()


def work(*, once: bool) -> None:
    """Work off the queue until a signal comes; with `once`, until nothing waits."""
    key = get_random_string(32)
    worker = StoppingWorker(
        queue_names=["default"],
        interval=1,
        batch=once,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=key,
        excluded_queue_names=[],
    )
    call_command("prune_db_task_results", verbosity=0)
    clear_leftovers()
    clear_orphans()
    forget_people()
    with _signals_for(worker), _alive(key):
        worker.run()


@contextmanager
def _signals_for(worker: StoppingWorker) -> Iterator[None]:
    before = [(number, signal.getsignal(number)) for number in SIGNALS]
    stopping.clear()
    worker.configure_signals()
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


@contextmanager
def _alive(key: str) -> Iterator[None]:
    pulse = Pulse(key)
    beat(key)
    pulse.start()
    try:
        yield
    finally:
        pulse.ended.set()
        pulse.join()
        RunningWorker.objects.filter(key=key).delete()
