"""Asking a running archive, politely: one question at a time, and later where it says so."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple, Self
from urllib.parse import urlsplit

import httpcore

from archive.following.patience import PASSING, wait_after
from archive.releases import Unfit

TROUBLE = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)
#: In seconds.
TIMEOUTS = {"connect": 10.0, "read": 60.0, "write": 10.0, "pool": 10.0}
#: No answer is longer, in bytes.
LONGEST = 1 << 26


class Unreachable(Exception):
    """The archive does not answer, however often it was asked; the message says what it was."""


class Reply(NamedTuple):
    status: int
    body: bytes


class Origin:
    """The archive at `address`, within `with`; `key` is one of its API, where it gave one out."""

    def __init__(self, address: str, key: str = "", pause: Callable[[float], None] = time.sleep) -> None:
        self.address = address.rstrip("/")
        self._headers = [("Accept", "application/json"), ("User-Agent", "incident-archive follow")]
        self._headers += [("Authorization", f"Bearer {key}")] if key else []
        self._pause = pause
        self._pool = httpcore.ConnectionPool(max_connections=1)
        if urlsplit(self.address).scheme not in ("http", "https"):
            raise Unfit(f"“{address}” is not an address. Write it whole: https://archive.example.org")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._pool.close()

    def get(self, path: str) -> Reply:
        """200, or 410 for what is closed. Raises Unreachable, or Unfit for what no archive answers."""
        tries = 0
        while True:
            tries += 1
            said, told = self._asked(path)
            if isinstance(said, Reply) and said.status not in PASSING:
                return self._fit(path, said)
            wait = wait_after(tries, told)
            if wait is None:
                words = f"it answers {said.status}" if isinstance(said, Reply) else str(said)
                raise Unreachable(f"{self.address}{path}: {words}, asked {tries} times.")
            self._pause(wait)

    def _asked(self, path: str) -> tuple[Reply | str, str]:
        """The reply, or in a word what failed; and the header `Retry-After`."""
        url, more = f"{self.address}{path}", {"timeout": TIMEOUTS}
        try:
            with self._pool.stream("GET", url, headers=self._headers, extensions=more) as came:
                headers = {name.lower(): value for name, value in came.headers}
                told = headers.get(b"retry-after", b"").decode("ascii", "replace")
                return Reply(came.status, _whole(came, path)), told
        except TROUBLE as error:
            return f"no answer ({type(error).__name__})", ""

    def _fit(self, path: str, reply: Reply) -> Reply:
        if reply.status not in (200, 410):
            raise Unfit(f"{self.address}{path} answers {reply.status}: is it the address of an archive?")
        return reply


def _whole(came: httpcore.Response, path: str) -> bytes:
    body = b""
    for piece in came.iter_stream():
        body += piece
        if len(body) > LONGEST:
            raise Unfit(f"{path} answers more than {LONGEST} bytes.")
    return body
