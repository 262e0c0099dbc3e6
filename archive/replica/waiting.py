"""Who did something at the desk gets the answer when readers can see it: what an editor published is there.

The desk itself reads the primary alone. A mark in the editor's browser would not do: the desk may have
another name than the reading room, and whoever the editor calls at once has no such mark.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from django.db import connections
from django.http import HttpRequest, HttpResponseBase

from archive.replica.chosen import PRIMARY, REPLICA
from archive.replica.places import place
from archive.replica.watch import watch

Answer = Callable[[HttpRequest], HttpResponseBase]
#: Seconds between two questions whether it is there, and until the first look is waited for.
PAUSE, FIRST = 0.02, 5


class Waiting:
    """Middleware: nothing is waited for where nothing was sent, or where nobody reads from the replica."""

    def __init__(self, onward: Answer) -> None:
        self.onward = onward

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        watch().begin()
        response = self.onward(request)
        if request.method == "POST":
            watch().looked.wait(FIRST)
            wait()
        return response


def wait() -> None:
    """Until the replica holds all that is written by now, or is so late that nobody reads from it."""
    wanted = place(connections[PRIMARY])
    while wanted is not None and watch().fit:
        replayed = place(connections[REPLICA])
        if replayed is None or replayed >= wanted:
            break
        time.sleep(PAUSE)
