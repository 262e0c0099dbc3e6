"""Each request is counted and measured, and what was counted is told to Prometheus, at a port of its own.

Nothing else is answered at that port but the two addresses of `archive.health`, and nothing of it at the port
where people read. https://prometheus.io/docs/practices/naming/
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from socket import AF_UNIX
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from archive import watching
from archive.meters import REQUESTS, SECONDS, method_in_a_word, registry

ADDRESS = "/metrics"
PROBES = ("/healthz", "/readyz")
Answer = Callable[[HttpRequest], HttpResponseBase]


def measured(onward: Answer) -> Answer:
    """Middleware: measures all but what is asked at the port of the metrics, which it answers itself."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if settings.METRICS_PORT and port_of(request) == settings.METRICS_PORT:
            return onward(request) if request.path_info in PROBES else told(request)
        begun = time.perf_counter()
        response = onward(request)
        route = route_of(request)
        REQUESTS.labels(method_in_a_word(str(request.method)), route, str(response.status_code)).inc()
        SECONDS.labels(route).observe(time.perf_counter() - begun)
        return response

    return answer


def port_of(request: HttpRequest) -> str:
    """At which port it arrived; none where it came over a Unix socket.

    There gunicorn makes up a port from what the reader says of the host.
    """
    arrived = request.META.get("gunicorn.socket")
    by_file = arrived is not None and arrived.family == AF_UNIX
    return "" if by_file else str(request.META.get("SERVER_PORT", ""))


def route_of(request: HttpRequest) -> str:
    """The pattern of the address; one word for all files that pages load, and one for what leads nowhere."""
    if request.resolver_match:
        return str(request.resolver_match.route)
    return "static" if request.path_info.startswith(settings.STATIC_URL) else "none"


def told(request: HttpRequest) -> HttpResponse:
    """What all processes of this server counted, and the facts of the archive that are numbers."""
    if request.path_info != ADDRESS:
        return HttpResponse("Only /metrics is here.\n", "text/plain; charset=utf-8", HTTPStatus.NOT_FOUND)
    from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    asked = registry
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        asked = CollectorRegistry()
        MultiProcessCollector(asked)  # type: ignore[no-untyped-call]
    facts = CollectorRegistry()
    facts.register(Facts())
    return HttpResponse(generate_latest(asked) + generate_latest(facts), CONTENT_TYPE_LATEST)


class Facts:
    """What `manage.py status` says, where it is a number, and how many things need a hand."""

    def collect(self) -> Iterator[Any]:
        from prometheus_client.metrics_core import GaugeMetricFamily

        found = watching.sections()
        for fact in (fact for section in found for fact in section.facts):
            if isinstance(fact.value, int | float):
                yield GaugeMetricFamily(f"archive_{fact.name}", f"{fact.label}.", value=fact.value)
        said = "Things that need a hand: manage.py status says which."
        yield GaugeMetricFamily("archive_troubles", said, value=len(watching.troubles(found)))
