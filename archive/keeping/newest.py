"""What tells whether anything was published since: the newest change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.db import connections, router

from archive.models import Change

#: The place of the newest change in the sequence, and the seal of its edition.
State = tuple[int, str]
#: What was asked for this request already, in a list of one; an empty one where it was not.
_ASKED: ContextVar[tuple[State | None, ...]] = ContextVar("asked", default=())


def newest_change() -> State | None:
    """The newest change that can be seen; none where nothing was published."""
    known = _ASKED.get()
    return known[0] if known else _newest()


@contextmanager
def while_it_is(state: State | None) -> Iterator[None]:
    """Within, the newest change is this one, without asking the database again."""
    token = _ASKED.set((state,))
    try:
        yield
    finally:
        _ASKED.reset(token)


def _newest() -> State | None:
    """The statement is put together once, for that takes longer than answering it."""
    alias = router.db_for_read(Change)
    with connections[alias].cursor() as cursor:
        cursor.execute(*_statement(alias))
        found: State | None = cursor.fetchone()
    return found


@cache
def _statement(alias: str) -> tuple[str, Any]:
    newest = Change.objects.using(alias).order_by("-pk").values_list("pk", "edition__seal")[:1]
    statement, values = newest.query.get_compiler(alias).as_sql()
    return statement, values
