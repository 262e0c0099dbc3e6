"""Work on many editions or answers in other processes, while this one stores rows."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing import get_context
from threading import Lock
from typing import Generic, TypeVar

from django.conf import settings

from archive.answers.texts import Manuscript, Texts, texts_of, texts_of_all
from archive.attending import attend
from archive.catalogue.composing import Volume, composer, manuscript

logger = logging.getLogger(__name__)

Given = TypeVar("Given")
Made = TypeVar("Made")

#: Editions that a process is given at once.
SHARE = 20
#: With fewer editions than this, other processes would take longer to begin than to answer.
WORTH_IT = 100
#: Shares that a process has before it: the next one lies there when it is done with one.
AT_ONCE = 2

_others: ContextVar[ProcessPoolExecutor | None] = ContextVar("others", default=None)


@contextmanager
def composing_apart() -> Iterator[None]:
    """Within, the answers of many editions are composed by as many other processes as the settings allow.

    They begin with the first editions that are worth it, know no database, and end with this process,
    however it ends.
    """
    if not settings.COMPOSING_PROCESSES:
        yield
        return
    pool = ProcessPoolExecutor(settings.COMPOSING_PROCESSES, get_context("spawn"), initializer=attend)
    token = _others.set(pool)
    try:
        yield
    finally:
        _others.reset(token)
        pool.shutdown()


class Shares(Generic[Given, Made]):
    """Work on many things, in shares that are done here or elsewhere; `results` come in their order.

    `given`: what another process needs of some things, for `apart` to make of it what `own` makes here.
    """

    def __init__(
        self,
        number: int,
        given: Callable[[slice], Sequence[Given]],
        apart: Callable[[Sequence[Given]], list[Made]],
        own: Callable[[slice], list[Made]],
    ) -> None:
        self._given, self._apart, self._own = given, apart, own
        self._pool = _others.get() if number >= WORTH_IT else None
        self._waiting = deque(range(-(-number // SHARE)))
        self._begun: dict[int, Future[list[Made]]] = {}
        self._one_at_a_time = Lock()
        for _ in range(AT_ONCE * settings.COMPOSING_PROCESSES):
            self._begin_next()

    def results(self) -> list[Made]:
        """What was made of each; this process does the last shares, others the first."""
        here: dict[int, list[Made]] = {}
        while (share := self._take_last()) is not None:
            here[share] = self._own(_of(share))
        elsewhere = {share: self._sent(share, future) for share, future in self._begun.items()}
        return [made for _, share in sorted((here | elsewhere).items()) for made in share]

    def _begin_next(self, _: Future[list[Made]] | None = None) -> None:
        """Let another process begin with the first share that waits, and with the next one behind it."""
        if self._pool is None:
            return
        with self._one_at_a_time:
            future = self._submitted(self._pool)
        if future is not None:
            future.add_done_callback(self._begin_next)

    def _submitted(self, pool: ProcessPoolExecutor) -> Future[list[Made]] | None:
        """The first share that waits, given to another process if there is one; else it goes on waiting."""
        if not self._waiting:
            return None
        share = self._waiting[0]
        given = self._given(_of(share))
        try:
            self._begun[share] = pool.submit(self._apart, given)
        except RuntimeError:
            logger.warning("The processes that composed answers are gone: this one composes the rest.")
            return None
        return self._begun[self._waiting.popleft()]

    def _take_last(self) -> int | None:
        with self._one_at_a_time:
            return self._waiting.pop() if self._waiting else None

    def _sent(self, share: int, future: Future[list[Made]]) -> list[Made]:
        """What another process made, or this one does where that is gone."""
        try:
            return future.result()
        except BrokenProcessPool:
            logger.warning("A process that composed answers is gone: this one composes them.")
            return self._own(_of(share))


class Composing(Shares[Manuscript, Texts]):
    """The answers of some editions, stored or about to be, while they are composed, here or elsewhere."""

    def __init__(self, volumes: Sequence[Volume]) -> None:
        self.volumes = volumes
        self.made = [composer(volume) for volume in volumes]
        super().__init__(len(volumes), self._manuscripts, texts_of_all, self._composed)

    def _manuscripts(self, some: slice) -> list[Manuscript]:
        return [manuscript(volume) for volume in self.volumes[some]]

    def _composed(self, some: slice) -> list[Texts]:
        return [texts_of(made) for made in self.made[some]]


def _of(share: int) -> slice:
    return slice(SHARE * share, SHARE * (share + 1))
