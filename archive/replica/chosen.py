"""From which server this thread reads: chosen once for each request, so that a page is of one state."""

from __future__ import annotations

from threading import local
from typing import Any

from django.conf import settings
from django.core.signals import request_finished
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

PRIMARY, REPLICA = "default", "replica"

_here = local()


def there_is_one() -> bool:
    return REPLICA in settings.DATABASES


def chosen() -> str:
    """The primary, unless the request that this thread works on reads from the replica."""
    return getattr(_here, "alias", PRIMARY)


def choose(alias: str) -> None:
    _here.alias = alias


def read_connection() -> BaseDatabaseWrapper:
    """For statements of our own. Whoever asks by models is led by the router."""
    return connections[chosen()]


def _forget(**signal: Any) -> None:
    """A file is read until it is sent, which is after every middleware."""
    choose(PRIMARY)


request_finished.connect(_forget)


class Router:
    """Leads models to the server that was chosen. https://docs.djangoproject.com/en/5.2/topics/db/multi-db/"""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return chosen()

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return PRIMARY

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == PRIMARY
