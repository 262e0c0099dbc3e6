"""The reading room reads from the replica while that is fit, and else from the primary."""

from __future__ import annotations

from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponseBase
from psycopg.errors import QueryCanceled

from archive.replica.chosen import PRIMARY, REPLICA, choose, chosen
from archive.replica.watch import watch

Answer = Callable[[HttpRequest], HttpResponseBase]
READS = ("GET", "HEAD", "OPTIONS")


class Reading:
    """Middleware around whatever reads: chooses a server for each request, and another where that fails."""

    def __init__(self, onward: Answer) -> None:
        self.onward = onward

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        watch().begin()
        choose(REPLICA if request.method in READS and watch().fit else PRIMARY)
        return self.onward(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """A replica that dies between two looks is noticed by who reads, and costs nobody the answer."""
        if chosen() != REPLICA or not failed(error) or request.resolver_match is None:
            return None
        watch().distrust()
        connections[REPLICA].close()
        choose(PRIMARY)
        view, given, named = request.resolver_match
        answer: HttpResponseBase = view(request, *given, **named)
        return answer


def failed(error: Exception) -> bool:
    """Whether it is the server that failed. A question that took too long takes as long elsewhere."""
    too_slow = isinstance(error.__cause__, QueryCanceled)
    return isinstance(error, OperationalError | InterfaceError) and not too_slow
