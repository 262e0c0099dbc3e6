"""Processes of the archive, each with its own environment variables, over the database of the test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from django.db import connection

from tests.environment import ROOT, variables


class Visit(NamedTuple):
    """What an address answered, and the cookies that the visitor has since."""

    address: str
    status: int
    headers: dict[str, str]
    cookies: list[str]
    body: str

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")


def visit(*arguments: str, **variables: str) -> list[Visit]:
    """The answers of a process with these variables; see tests/stack/visitor.py for the arguments."""
    own = {"DATABASE_URL": database_url()} | variables
    done = run("-m", "tests.stack.visitor", *arguments, **own)
    assert not done.returncode, done.stderr
    return [Visit(**json.loads(line)) for line in done.stdout.splitlines()]


def run(*arguments: str, **own: str) -> subprocess.CompletedProcess[str]:
    """Python with these arguments, and of the archive's variables with these alone."""
    inherited = {name: value for name, value in os.environ.items() if name not in variables()}
    settings = {"DJANGO_SETTINGS_MODULE": "archive.settings"} | own
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=inherited | settings, capture_output=True, text=True, timeout=300
    )


def database_url(user: str = "", password: str = "") -> str:
    """The address of the test's database, as this user if one is given."""
    known: dict[str, Any] = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    login = quote(user or known["USER"], safe="")
    secret = quote(password or known["PASSWORD"], safe="")
    port = f":{known['PORT']}" if known["PORT"] else ""
    options = urlencode({key: value for key, value in known["OPTIONS"].items() if isinstance(value, str)})
    return f"postgres://{login}:{secret}@{known['HOST']}{port}/{known['NAME']}?{options}"
