"""Looks at primary and replica once a second, beside the requests of this process, which do not wait."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from threading import Event, Lock, Thread

from django.conf import settings

from archive.replica.chosen import there_is_one
from archive.replica.fitness import Course, Look, Patience, after, distrusted
from archive.replica.places import Servers, both, place

logger = logging.getLogger(__name__)

#: Seconds between two looks.
PAUSE = 1.0
#: A look that takes so many seconds tells nothing any more.
STALE = 10.0
#: Who reads waits for three looks before it trusts a replica again; who waits for it trusts it after one, and
#: distrusts it as many looks later. So whatever was published without waiting is there before it is read.
LOOKS = 3


class Watch:
    """`course`: what was seen until now. `looked`: set once anything was."""

    def __init__(self, patience: Patience) -> None:
        self.patience = patience
        self.course = Course()
        self.looked = Event()
        self._lock = Lock()
        self._thread: Thread | None = None

    @property
    def fit(self) -> bool:
        at = self.course.at
        return self.course.fit and at is not None and time.monotonic() - at < STALE

    @property
    def begun(self) -> bool:
        return self._thread is not None

    def begin(self) -> None:
        """Once in each process: a thread does not outlive a fork."""
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._look_on, name="replica", daemon=True)
                self._thread.start()

    def look(self, servers: Servers) -> None:
        """Ask the primary first: what the replica has replayed a moment later can only be more."""
        look = Look(time.monotonic(), *(place(server) for server in servers))
        self._become(lambda course: replace(after(course, look, self.patience), at=time.monotonic()))
        self.looked.set()

    def distrust(self) -> None:
        """It failed somebody: nobody reads from it until it was seen to be well."""
        self._become(distrusted)

    def _become(self, next_of: Callable[[Course], Course]) -> None:
        with self._lock:
            before, self.course = self.course.fit, next_of(self.course)
            now = self.course.fit
        if before is not now:
            logger.warning("The replica is %s", "fit to be read." if now else "not read: it fails or lags.")

    def _look_on(self) -> None:
        with both() as servers:
            while True:
                self.look(servers)
                time.sleep(PAUSE)


@cache
def watch() -> Watch:
    """That of this process: of one that reads from the replica, or of one that waits for it."""
    if settings.SERVES_DESK:
        return Watch(Patience(settings.REPLICA_LAG + LOOKS * PAUSE, looks=1))
    return Watch(Patience(settings.REPLICA_LAG, LOOKS))


def stands_in() -> bool:
    """Whether the reading room is read from the replica, whatever the primary does."""
    if settings.SERVES_DESK or not there_is_one():
        return False
    watch().begin()
    return watch().fit
