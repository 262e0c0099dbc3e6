"""Composing the answers of many editions in other processes, while this one stores rows."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing import get_context
from threading import Lock

from django.conf import settings

from archive.answers.texts import Texts, texts_of, texts_of_all
from archive.attending import attend
from archive.catalogue.composing import Volume, composer, manuscript

logger = logging.getLogger(__name__)

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


class Composing:
    """The answers of some editions, stored or about to be, while they are composed, here or elsewhere."""

    def __init__(self, volumes: Sequence[Volume]) -> None:
        self.volumes = volumes
        self.made = [composer(volume) for volume in volumes]
        self._pool = _others.get() if len(volumes) >= WORTH_IT else None
        self._waiting = deque(range(-(-len(volumes) // SHARE)))
        self._begun: dict[int, Future[list[Texts]]] = {}
        self._one_at_a_time = Lock()
        for _ in range(AT_ONCE * settings.COMPOSING_PROCESSES):
            self._begin_next()

    def texts(self) -> list[Texts]:
        """Those of each edition, in their order; this process composes the last shares, others the first."""
        here: dict[int, list[Texts]] = {}
        while (share := self._take_last()) is not None:
            here[share] = self._own(share)
        elsewhere = {share: self._sent(share, future) for share, future in self._begun.items()}
        return [texts for _, share in sorted((here | elsewhere).items()) for texts in share]

    def _begin_next(self, _: Future[list[Texts]] | None = None) -> None:
        """Let another process begin with the first share that waits, and with the next one behind it."""
        if self._pool is None:
            return
        with self._one_at_a_time:
            future = self._given(self._pool)
        if future is not None:
            future.add_done_callback(self._begin_next)

    def _given(self, pool: ProcessPoolExecutor) -> Future[list[Texts]] | None:
        """The first share that waits, given to another process if there is one; else it goes on waiting."""
        if not self._waiting:
            return None
        share = self._waiting[0]
        manuscripts = [manuscript(volume) for volume in self.volumes[_of(share)]]
        try:
            self._begun[share] = pool.submit(texts_of_all, manuscripts)
        except RuntimeError:
            logger.warning("The processes that composed answers are gone: this one composes the rest.")
            return None
        return self._begun[self._waiting.popleft()]

    def _take_last(self) -> int | None:
        with self._one_at_a_time:
            return self._waiting.pop() if self._waiting else None

    def _own(self, share: int) -> list[Texts]:
        return [texts_of(made) for made in self.made[_of(share)]]

    def _sent(self, share: int, future: Future[list[Texts]]) -> list[Texts]:
        """What another process composed, or this one does where that is gone."""
        try:
            return future.result()
        except BrokenProcessPool:
            logger.warning("A process that composed answers is gone: this one composes them.")
            return self._own(share)


def _of(share: int) -> slice:
    return slice(SHARE * share, SHARE * (share + 1))
