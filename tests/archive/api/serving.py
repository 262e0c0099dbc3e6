"""The reading room as gunicorn serves it, on the database of the tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from tests.environment import ROOT
from tests.incidents.test_worker_killed import database_of_the_tests

LISTENING = re.compile(r"Listening at: (http://\S+)")


@contextmanager
def serving() -> Iterator[str]:
    """Yields the address of a server in a process of its own, which ends with the test."""
    command = [sys.executable, "-m", "gunicorn", "--config", "python:archive.server"]
    command += ["--bind", "127.0.0.1:0", "--workers", "1", "archive.wsgi"]
    surroundings = os.environ | {"ARCHIVE_ROLE": "public", "DATABASE_URL": database_of_the_tests()}
    server = subprocess.Popen(command, cwd=ROOT, env=surroundings, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr
        yield _address(server.stderr)
    finally:
        server.terminate()
        server.communicate(timeout=60)


def _address(said: IO[str]) -> str:
    heard = ""
    for line in said:
        heard += line
        if found := LISTENING.search(line):
            return found[1]
    raise AssertionError(f"The server did not start: {heard}")
