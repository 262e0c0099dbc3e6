"""Connections to addresses that were looked at, and that carry no more than they may."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from ssl import SSLContext
from typing import Any

import httpcore

from sources.captures.fetching.rules import Rules
from sources.captures.policy.refusal import Refused


class Deadline:
    """When everything together must have ended."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.ends = time.monotonic() + seconds

    def left(self, most: float | None = None) -> float:
        """The seconds that are left, or fewer if less is asked for. Raises Refused when there are none."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left if most is None else min(left, most)

    def passed(self) -> Refused:
        words = f"The page did not come within {self.seconds:g} seconds: try later, or add it as an upload."
        return Refused(words, again_later=True)


class Pinned(httpcore.NetworkBackend):
    """Connects to a name's machines only when each of them is public, and to the very addresses looked at.

    A name is looked up once for each connection: what it leads to afterwards does not matter.
    """

    def __init__(self, rules: Rules, deadline: Deadline) -> None:
        self._rules, self._deadline = rules, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        checked = self._checked(host, port)
        for address in checked:
            try:
                stream = self._plain.connect_tcp(address, port, self._deadline.left(timeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return Bounded(stream, self._deadline, self._rules.most_sent)
        self._deadline.left()
        raise Refused(f"{host} does not answer: try later, or look whether it is right.", again_later=True)

    def _checked(self, host: str, port: int) -> Sequence[str]:
        seconds = self._deadline.left(self._rules.seconds_to_connect)
        found = self._rules.resolve(host, port, seconds)
        if not found or not all(self._rules.allows(address, port) for address in found):
            raise Refused(
                f"{host} does not lead to a machine on the public web: only public pages are fetched. "
                "If you can read the page, save it yourself, and add it as an upload."
            )
        return found


class Bounded(httpcore.NetworkStream):
    """A connection that ends when its time is over, or when it has brought too much."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline, most: int) -> None:
        self._stream, self._deadline, self._most = stream, deadline, most
        self._came = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            piece = self._stream.read(max_bytes, self._deadline.left(timeout))
        except httpcore.ReadTimeout:
            raise self._deadline.passed() from None
        self._came += len(piece)
        if self._came > self._most:
            raise Refused(f"The page is longer than {self._most:,} bytes: add it as an upload.")
        return piece

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return Bounded(stream, self._deadline, self._most)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
