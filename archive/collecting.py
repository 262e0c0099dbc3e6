"""When Python looks for circles of references. Pure."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """Look for circles of references behind the work: within, it would take a fifth of the time for nothing.

    https://docs.python.org/3/library/gc.html
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
