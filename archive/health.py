"""For who watches over this process: /healthz, whether it lives, and /readyz, whether it can do its work.

A process that does not live is started anew; one that cannot do its work is asked nothing until it can, for a
start would not bring the database back. Both are answered before anybody looks at the host's name: a probe
knows the machine's own address, which need not be among ALLOWED_HOSTS, and speaks no https.
"""

from __future__ import annotations

from collections.abc import Callable

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Value
from django.http import HttpRequest, HttpResponse

from archive.models import RECEIVED
from archive.models.search_index import unprepared
from archive.replica.watch import stands_in

Answer = Callable[[HttpRequest], HttpResponse]


class Unwell(Exception):
    """This process cannot do its work; the message says what to do."""


class Silent(Unwell):
    """The database does not answer."""


def health(onward: Answer) -> Answer:
    """Middleware: answers these two addresses itself, and hands everything else on."""

    def answer(request: HttpRequest) -> HttpResponse:
        match request.path_info:
            case "/healthz":
                return _plain("This process lives.", 200)
            case "/readyz":
                return report()
        return onward(request)

    return answer


def report() -> HttpResponse:
    """One plain line: 200 where all is well, or the replica is read instead; else 503 and what is wrong."""
    try:
        examine()
    except Silent as trouble:
        if stands_in():
            return _plain(f"{trouble} Pages are read from the replica.", 200)
        return _plain(str(trouble), 503)
    except Unwell as trouble:
        return _plain(str(trouble), 503)
    return _plain("All is well.", 200)


def examine() -> None:
    """Raises Unwell. The public process may not see which migrations were applied: its tables tell."""
    _reach_database()
    try:
        _read_tables()
        searches = not any(unprepared())
        missing = settings.SERVES_DESK and _migrations_missing()
    except DatabaseError as error:
        raise Unwell("The tables cannot be read: run “manage.py migrate”, then “grant_reader”.") from error
    if missing:
        raise Unwell("Migrations are missing: run “manage.py migrate”.")
    if not searches:
        raise Unwell("The search index is missing: run “manage.py migrate”, which makes it.")


def _reach_database() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        raise Silent("The database does not answer.") from error


def _read_tables() -> None:
    """Ask every table of the reading room for all its columns, and for no row."""
    for model in {*apps.get_app_config("archive").get_models()}.difference(RECEIVED):
        list(model._base_manager.alias(never=Value(1)).filter(never=0))


def _migrations_missing() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _plain(line: str, status: int) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(f"{line}\n", "text/plain; charset=utf-8", status, headers=headers)
