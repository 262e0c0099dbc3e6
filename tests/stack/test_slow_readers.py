"""A reader who takes nothing of an answer keeps nobody waiting."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.environment import ROOT
from tests.stack.endless import PIECE, PIECES

LISTENING = re.compile(r"Listening at: http://127.0.0.1:(\d+)")


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Of a server by the archive's own configuration, which lets go of whoever takes nothing for a second."""
    command = [sys.executable, "-m", "gunicorn", "--config", "python:archive.server", "--workers", "1"]
    command += ["--bind", "127.0.0.1:0", "tests.stack.endless"]
    own = os.environ | {"SEND_TIMEOUT": "1"}
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=own, stdout=log, stderr=log)
        try:
            yield _port(tmp_path / "log")
        finally:
            server.terminate()
            server.wait(timeout=60)


def _port(log: Path) -> int:
    for _ in range(600):
        if found := LISTENING.search(log.read_text("utf-8")):
            return int(found[1])
        time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8"))


def test_who_takes_nothing_is_let_go_and_who_is_slow_is_not(port: int) -> None:
    idle, slow = (socket.create_connection(("127.0.0.1", port), timeout=60) for _ in range(2))
    for each in (idle, slow):
        each.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")

    with idle, slow:
        took = sum(_taken(slow, 2_000_000, pause=0.05) for _ in range(60)) + _taken(slow)

        assert took > len(PIECE) * PIECES
        assert _taken(idle) < len(PIECE) * PIECES


def _taken(connection: socket.socket, most: int = sys.maxsize, pause: float = 0) -> int:
    """How many bytes were taken: to the end, or so many."""
    time.sleep(pause)
    taken = 0
    while taken < most and (piece := connection.recv(min(1 << 20, most - taken))):
        taken += len(piece)
    return taken
