"""Websites on this machine, which answer as a test wants, and the rules by which just they can be asked."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from threading import Thread
from typing import Any

from sources.captures.fetching import Rules

HERE = "127.0.0.1"
Answer = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Website:
    """A website by its port; `asked` holds what was asked of it, whole."""

    port: int
    asked: list[str]

    def at(self, path: str = "/", host: str = "paper.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def rules(self, **changed: Any) -> Rules:
        """This website alone counts as public, whatever it is called."""
        given: dict[str, Any] = {
            "as_public": frozenset({(HERE, self.port)}),
            "resolve": resolving(HERE),
            "seconds": 5.0,
            "seconds_apart": 0.0,
        }
        return replace(Rules(), **given | changed)


def resolving(*addresses: str) -> Callable[[str, int, float], Sequence[str]]:
    return lambda host, port, seconds: addresses


def answer(body: bytes = b"", *headers: str, status: str = "200 OK", kind: str = "text/html") -> Answer:
    """An ordinary answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return raw("\r\n".join([*lines, "", ""]).encode() + body)


def raw(*pieces: bytes) -> Answer:
    def send(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)

    return send


def sends_on(to: str) -> Answer:
    return answer(b"", f"Location: {to}", status="302 Found")


@contextmanager
def website(*answers: Answer, encrypted: ssl.SSLContext | None = None) -> Iterator[Website]:
    """A website that gives these answers one after another, the last one again and again."""
    with socket.create_server((HERE, 0)) as server:
        site = Website(server.getsockname()[1], [])
        thread = Thread(target=_serve, args=(server, answers, site.asked, encrypted), daemon=True)
        thread.start()
        yield site
        # What waits in `accept` is let go: closing alone would not do that.
        server.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=10)


def _serve(
    server: socket.socket, answers: Sequence[Answer], asked: list[str], encrypted: ssl.SSLContext | None
) -> None:
    number = 0
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        send = answers[min(number, len(answers) - 1)]
        number += 1
        with connection, suppress(OSError):
            connection.settimeout(10)
            with encrypted.wrap_socket(connection, server_side=True) if encrypted else connection as line:
                asked.append(_question(line))
                send(line)


def _question(connection: socket.socket) -> str:
    came = b""
    while _is_short(came) and (piece := connection.recv(4096)):
        came += piece
    return came.decode()


def _is_short(came: bytes) -> bool:
    """Whether some of the question, or of what is typed into it, has not come yet."""
    head, ended, typed = came.partition(b"\r\n\r\n")
    said = re.search(rb"(?i)^content-length: *(\d+)", head, re.MULTILINE)
    return not ended or len(typed) < int(said[1] if said else 0)
