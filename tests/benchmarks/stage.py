"""What workloads find: the servers, begun when they are first asked for, and who answers what on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from tests.benchmarks import serving
from tests.benchmarks.databases import Databases
from tests.benchmarks.measuring import Contender, asking
from tests.benchmarks.report import Unit
from tests.benchmarks.serving import Server

#: Addresses that ask no database.
VIEWS = {"empty view": "/empty/", "bare view": "/bare/"}


class Stage:
    """Of one size; `small`: the databases of the smallest; `seconds`: how long a load lasts.

    `site` is the archive as it is served, but with one thread a worker; `fresh` keeps nothing in memory, so
    that everybody asks for the first time; `small` is the same over the smallest archive; `threaded` has the
    threads that it is served with.
    """

    def __init__(self, databases: Databases, small: Databases, seconds: float) -> None:
        self.databases, self.small, self.seconds = databases, small, seconds
        self.servers: dict[str, Server] = {}
        self.client = Client(SERVER_NAME="127.0.0.1")
        self.keeping_nothing = _client_that_keeps_nothing()
        self._begins: Mapping[str, Callable[[], Server]] = {
            "site": lambda: serving.site(databases),
            "fresh": lambda: serving.site(databases, keeps=False),
            "small": lambda: serving.site(small, keeps=False),
            "threaded": lambda: serving.site(databases, threads=4),
            "datasette": lambda: serving.datasette(databases),
        }

    @property
    def incidents(self) -> int:
        return self.databases.incidents

    def server(self, name: str) -> Server:
        if name not in self.servers:
            self.servers[name] = self._begins[name]()
        return self.servers[name]

    def asked(
        self,
        name: str,
        *paths: str,
        on: str = "site",
        unit: Unit = Unit.RATE,
        headers: Mapping[str, str] | None = None,
    ) -> Contender:
        """A contender that answers these paths in turn; the queries are those of the first."""
        take = asking(
            lambda: self.server(on).address, *paths, unit=unit, seconds=self.seconds, headers=headers
        )
        if on in ("small", "datasette"):
            return Contender(name, take)
        return Contender(name, take, self.queries(paths[0]), self._work(paths[0], keeps=on != "fresh"))

    def _work(self, path: str, *, keeps: bool) -> Callable[[], Any] | None:
        if path == VIEWS["bare view"]:
            return None

        def work() -> None:
            if keeps:
                self.answer(path)
            else:
                self.answer_anew(path)

        return work

    def floor(self, unit: Unit = Unit.RATE, on: str = "site") -> list[Contender]:
        """The empty view behind the archive's middleware, and behind none."""
        return [self.asked(name, path, unit=unit, on=on) for name, path in VIEWS.items()]

    def in_datasette(self, name: str, query: str, unit: Unit = Unit.RATE) -> Contender:
        """What a canned query answers."""
        return self.asked(name, f"/{self.databases.rows.stem}/{query}", on="datasette", unit=unit)

    def queries(self, path: str) -> int:
        """How many queries it takes to answer this, with nothing kept. Raises RuntimeError for an error."""
        if path in VIEWS.values():
            return 0
        is_elsewhere = path.startswith("/twin/") and connection.vendor == "sqlite"
        with CaptureQueriesContext(connections["rows" if is_elsewhere else "default"]) as caught:
            self.answer_anew(path)
        return len(caught)

    def answer_anew(self, path: str) -> Any:
        """What this process answers when nothing of it is kept. Raises RuntimeError for an error."""
        caches["kept"].clear()
        return self._answer(self.keeping_nothing, path)

    def answer(self, path: str) -> Any:
        """What this process answers. Raises RuntimeError for an error."""
        return self._answer(self.client, path)

    @staticmethod
    def _answer(client: Client, path: str) -> Any:
        answer = client.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}")
        return answer


def _client_that_keeps_nothing() -> Client:
    """A client takes its middleware from the settings when it asks first."""
    client = Client(SERVER_NAME="127.0.0.1")
    others = [each for each in settings.MIDDLEWARE if each != "archive.keeping.Kept"]
    with override_settings(MIDDLEWARE=others):
        client.get(VIEWS["empty view"])
    return client
