"""What a process counts of its work, for Prometheus; nothing where that is not installed.

The labels hold words of the archive's own alone: no address, no name, no search. A route is a pattern of
addresses.
https://prometheus.github.io/client_python/
"""

from __future__ import annotations

from typing import Any

METHODS = ("GET", "HEAD", "OPTIONS", "POST")
#: Seconds; the last one is that in which the reading room gives a question up.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Nothing:
    """Stands for a meter where there are none."""

    def labels(self, *values: str) -> Nothing:
        return self

    def inc(self) -> None:
        """Count nothing."""

    def observe(self, amount: float) -> None:
        """Measure nothing."""


registry: Any = None
REQUESTS: Any = Nothing()
SECONDS: Any = Nothing()
DATABASE_ERRORS: Any = Nothing()
KEPT: Any = Nothing()
try:
    from prometheus_client import CollectorRegistry, Counter, Histogram
except ImportError:
    pass
else:
    registry = CollectorRegistry()
    REQUESTS = Counter(
        "archive_requests", "Requests, by what was asked and how it ended.", ["method", "route", "status"],
        registry=registry,
    )  # fmt: skip
    SECONDS = Histogram(
        "archive_request_seconds", "Seconds until an answer begins.", ["route"], buckets=BUCKETS,
        registry=registry,
    )  # fmt: skip
    DATABASE_ERRORS = Counter(
        "archive_database_errors", "Errors of the database for which somebody got no answer.", ["error"],
        registry=registry,
    )  # fmt: skip
    KEPT = Counter(
        "archive_kept", "What was asked of the pages and counts that are kept in memory.", ["what", "found"],
        registry=registry,
    )  # fmt: skip


def kept(what: str, found: bool) -> None:
    """That something was asked of what is kept in memory, and whether it was there."""
    KEPT.labels(what, "yes" if found else "no").inc()


def method_in_a_word(method: str) -> str:
    """The method, or one word for all others: who asks may invent any number of them."""
    return method if method in METHODS else "other"
