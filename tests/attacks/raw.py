"""A server of the reading room as an installation has it, and requests to it, byte by byte."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from typing import NamedTuple

from tests.environment import ROOT, variables
from tests.stack.process import database_url

LISTENING = re.compile(r"Listening at: http://127\.0\.0\.1:(\d+)")
HOST = "archive.example.org"
PUBLIC = {"ARCHIVE_ROLE": "public", "SITE_URL": f"https://{HOST}", "ALLOWED_HOSTS": HOST, "API_RATE": "0"}


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    def says(self, word: str) -> bool:
        """Whether the word stands anywhere in it."""
        return word in f"{self.headers}{self.body.decode(errors='replace')}"


@contextmanager
def serving(folder: Path, **more: str) -> Iterator[int]:
    """The port at which gunicorn serves the test's database to the public, in one process."""
    inherited = {name: value for name, value in os.environ.items() if name not in variables()}
    own = PUBLIC | {"WEB_CONCURRENCY": "1", "DATABASE_URL": database_url()}
    around = inherited | own | more
    command = [sys.executable, "-m", "gunicorn", "--config", "python:archive.server"]
    command += ["--bind", "127.0.0.1:0", "tests.attacks.plain"]
    with (folder / "log").open("w+") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=around, stdout=log, stderr=log)
        try:
            yield _port_in(folder / "log")
        finally:
            server.terminate()
            server.wait(timeout=60)


def _port_in(log: Path) -> int:
    for _ in range(600):
        if found := LISTENING.search(log.read_text("utf-8")):
            return int(found[1])
        time.sleep(0.05)
    raise AssertionError(log.read_text("utf-8"))


def ask(port: int, target: str, *headers: str, host: str = HOST, method: str = "GET") -> Answer:
    """What is answered to exactly this target and these lines of headers."""
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", *headers, "Connection: close", "", ""]
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall("\r\n".join(lines).encode("latin-1"))
        response = HTTPResponse(connection, method=method)
        response.begin()
        return Answer(response.status, dict(response.getheaders()), response.read())
