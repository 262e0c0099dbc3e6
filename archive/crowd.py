"""Only so many requests are worked on at once; whoever finds no place soon is told to come again.

Else everybody waits ever longer, most of them for answers that nobody waits for any more, and probes with
them. `archive.server` gives each process threads enough to work, to wait, to send files and to refuse.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from threading import BoundedSemaphore

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from archive.unavailable import CROWD, unavailable

#: For so many seconds somebody waits for a place, and is then asked to come again after as many.
PATIENCE = 5
Answer = Callable[[HttpRequest], HttpResponseBase]


class Crowd:
    """Middleware: whatever is made of the database has one of `places`, and as many may wait for one.

    A file that is sent while it is read has a place of its own until it is sent: however slowly it is
    fetched, it keeps no page waiting.
    """

    def __init__(self, onward: Answer) -> None:
        places = settings.REQUESTS_AT_ONCE
        self.onward = onward
        self.places = BoundedSemaphore(places)
        self.waiting = BoundedSemaphore(places)
        self.files = BoundedSemaphore(max(1, places // 2))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not self.enter():
            return unavailable(request, CROWD, PATIENCE)
        try:
            response = self.onward(request)
        finally:
            self.places.release()
        return self.sent(request, response) if response.streaming else response

    def enter(self) -> bool:
        """Take a place, at once or after a while; False if there is none, and none to wait for one."""
        if self.places.acquire(blocking=False):
            return True
        if not self.waiting.acquire(blocking=False):
            return False
        try:
            return self.places.acquire(timeout=PATIENCE)
        finally:
            self.waiting.release()

    def sent(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The file, with a place until it is closed; or a refusal, if there is none."""
        if not self.files.acquire(blocking=False):
            # Not `close`, which also says that the request has ended.
            for close in closers(response):
                close()
            return unavailable(request, CROWD, PATIENCE)
        # Once, and even where nobody closes it. A wrapper would keep the server from sending it by itself.
        closers(response).append(weakref.finalize(response, self.files.release))
        return response


def closers(response: HttpResponseBase) -> list[Callable[[], object]]:
    """What Django calls when an answer was sent, or when nobody fetches it any more."""
    found: list[Callable[[], object]] = response._resource_closers  # type: ignore[attr-defined]
    return found
