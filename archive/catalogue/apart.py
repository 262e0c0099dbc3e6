"""Composing the answers of many editions in other processes, while this one stores rows."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing import get_context

from django.conf import settings

from archive.answers.texts import Texts, texts_of, texts_of_all
from archive.attending import attend
from archive.catalogue.composing import Volume, composer, manuscript

logger = logging.getLogger(__name__)

#: Editions that a process is given at once.
SHARE = 20
#: With fewer editions than this, other processes would take longer to begin than to answer.
WORTH_IT = 100
#: How many times as many editions as this process another one composes: this one has rows to store meanwhile.
MORE = 3

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
        self._elsewhere = _give_away(volumes)

    def texts(self) -> list[Texts]:
        """Those of each edition, in their order."""
        own = [texts_of(made) for made in self.made[SHARE * len(self._elsewhere) :]]
        return [*self._sent(), *own]

    def _sent(self) -> Iterator[Texts]:
        """What other processes composed, or this one does where another is gone."""
        for place, future in enumerate(self._elsewhere):
            try:
                yield from future.result()
            except BrokenProcessPool:
                logger.warning("A process that composed answers is gone: this one composes them.")
                yield from map(texts_of, self.made[SHARE * place : SHARE * (place + 1)])


def _give_away(volumes: Sequence[Volume]) -> list[Future[list[Texts]]]:
    """Let other processes begin with the first of these, a share after the other, where that is worth it."""
    pool = _others.get()
    if pool is None or len(volumes) < WORTH_IT:
        return []
    given = len(volumes) - len(volumes) // (1 + MORE * settings.COMPOSING_PROCESSES)
    shares = [volumes[SHARE * place : SHARE * (place + 1)] for place in range(given // SHARE)]
    return list(_begun(pool, shares))


def _begun(pool: ProcessPoolExecutor, shares: Sequence[Sequence[Volume]]) -> Iterator[Future[list[Texts]]]:
    for share in shares:
        try:
            yield pool.submit(texts_of_all, [manuscript(volume) for volume in share])
        except BrokenProcessPool:
            logger.warning("The processes that composed answers are gone: this one composes all.")
            return
