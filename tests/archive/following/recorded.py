"""Another archive, as it answered at one moment or another, at an address of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
from django.conf import settings
from django.test import Client

from archive.following.answers import CHANGES
from archive.models import Change

Answer = tuple[int, bytes]


class Recording:
    """What this archive's API says at this moment of changes and editions, byte for byte."""

    def __init__(self) -> None:
        client = Client()
        rows = Change.objects.count()
        self.changes: list[Any] = []
        path = f"{CHANGES}?page_size=200"
        while len(self.changes) < rows:
            page = client.get(path).json()
            self.changes += page["results"]
            path = (page["next"] or "").removeprefix(settings.SITE_URL)
        paths = {one["api_url"].removeprefix(settings.SITE_URL) for one in self.changes}
        answers = {path: client.get(path) for path in sorted(paths)}
        self.editions: dict[str, Answer] = {
            path: (answer.status_code, answer.content) for path, answer in answers.items()
        }

    def answer(self, path: str) -> Answer:
        parts = urlsplit(path)
        if parts.path != CHANGES:
            return self.editions.get(parts.path, (404, b"{}"))
        after, size = (int(parse_qs(parts.query)[name][0]) for name in ("after", "page_size"))
        later = [one for one in self.changes if one["sequence"] > after]
        return 200, orjson.dumps({"results": later[:size]})


class Elsewhere(ThreadingHTTPServer):
    """`now`: what it answers. `refusals`: what it answers before that, each with how long to wait."""

    daemon_threads = True

    def __init__(self, now: Recording) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.now = now
        self.refusals: list[tuple[int, str]] = []
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server: Any = self.server
        server.asked.append(self.path)
        refused = server.refusals.pop(0) if server.refusals else None
        status, body = (refused[0], b"") if refused else server.now.answer(self.path)
        self.send_response(status)
        if refused and refused[1]:
            self.send_header("Retry-After", refused[1])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def elsewhere(now: Recording) -> Iterator[Elsewhere]:
    with Elsewhere(now) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
