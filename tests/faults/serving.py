"""A server as an installation has it, with the demonstration's events: gunicorn, and who asks it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEMO = sorted(map(str, (ROOT / "incidents" / "demo").glob("*.yaml")))
LISTENING = re.compile(r"Listening at: http://127\.0\.0\.1:(\d+)")
COMMANDS = (["migrate"], ["collectstatic", "--no-input"], ["load_dossier", "--publish", *DEMO])
#: What readers ask for: pages, answers, a file and a list that is counted.
ADDRESSES = (
    "/",
    "/incidents/?q=quetta",
    "/incidents/m4s8td/2018-mastung-bombing/",
    "/api/v1/incidents/",
    "/api/v1/claims.csv",
    "/actors/",
)


@dataclass
class Server:
    """gunicorn's first process, its port, and the folder in which it has everything."""

    process: subprocess.Popen[str]
    port: int
    folder: Path
    said: list[str] = field(default_factory=list)


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    own = {
        "SECRET_KEY": "for-trials-alone-and-long-enough-to-satisfy-the-deployment-check",
        "DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{folder}/archive.sqlite3",
        "STATIC_ROOT": str(folder / "static"),
        "STATIC_COMPRESSED": "0",
        "API_RATE": "0",
        "DEBUG": "0",
    }
    return os.environ | own | more


def manage(around: dict[str, str], *command: str, fails: bool = False) -> str:
    """What the command of manage.py says; `fails`: whether it may end with an error.

    Raises CalledProcessError where it fails and may not.
    """
    whole = [sys.executable, "manage.py", *command]
    done = subprocess.run(whole, cwd=ROOT, env=around, check=not fails, capture_output=True, text=True)
    return done.stdout + done.stderr


def is_whole(around: dict[str, str]) -> bool:
    """Whether `check_integrity` finds nothing; what it finds is told."""
    command = [sys.executable, "manage.py", "check_integrity"]
    done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True)
    say("check_integrity: all is right" if not done.returncode else f"{done.stdout}{done.stderr}")
    return not done.returncode


def end_properly() -> None:
    """Whoever ends this process, ends all that it began: SIGTERM does what Ctrl-C does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@contextmanager
def served(**more: str) -> Iterator[Server]:
    """Migrate and fill the database of DATABASE_URL (or a file of its own) and serve it until the end."""
    end_properly()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for command in COMMANDS:
            manage(surroundings(folder), *command)
        server = begun(folder, surroundings(folder, **more))
        try:
            yield server
        finally:
            server.process.terminate()
            server.process.wait(60)


def begun(folder: Path, around: dict[str, str], port: int = 0, tries: int = 10) -> Server:
    """A server at the port, or at one that is free; it is begun anew as often while the port is not free."""
    for _ in range(tries):
        process = _process(around, port)
        for line in process.stderr or ():
            if found := LISTENING.search(line):
                server = Server(process, int(found[1]), folder)
                _wait_for(server)
                threading.Thread(target=_listen, args=[server], daemon=True).start()
                return server
        process.wait()
    raise SystemExit("The server did not start.")


def _process(around: dict[str, str], port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "gunicorn", "--config", "python:archive.server"]
    address = ["--bind", f"127.0.0.1:{port}", "archive.wsgi"]
    return subprocess.Popen([*command, *address], cwd=ROOT, env=around, stderr=subprocess.PIPE, text=True)


def _wait_for(server: Server) -> None:
    """Until a process works. Whoever asks before that waits in the queue of the port."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=300)
    connection.request("GET", "/readyz")
    answer = connection.getresponse()
    assert answer.read() == b"All is well.\n"
    connection.close()


def _listen(server: Server) -> None:
    for line in server.process.stderr or ():
        server.said.append(line)


@dataclass
class Readers:
    """So many who ask one thing after another, over a connection that is kept as long as the server does."""

    port: int
    number: int
    addresses: tuple[str, ...] = ADDRESSES
    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def reading(self) -> Iterator[None]:
        readers = [threading.Thread(target=self._read, args=[first]) for first in range(self.number)]
        for reader in readers:
            reader.start()
        try:
            yield
        finally:
            self.ended.set()
            for reader in readers:
                reader.join()

    def _read(self, first: int) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=90)
        begin = first % len(self.addresses)
        for address in cycle(self.addresses[begin:] + self.addresses[:begin]):
            if self.ended.is_set():
                break
            begun = time.monotonic()
            outcome = self._ask(connection, address)
            (self.refused if outcome.startswith("503") else self.seconds).append(time.monotonic() - begun)
            self.outcomes[outcome] += 1
        connection.close()

    def _ask(self, connection: HTTPConnection, address: str) -> str:
        """Its status; what failed, where there is none."""
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, HTTPException) as error:
            connection.close()
            self.ended.wait(0.1)
            return type(error).__name__
        if answer.status < 500:
            return str(answer.status)
        again = answer.headers.get("Retry-After")
        odd = " with a traceback" if b"Traceback" in body else ""
        # Who is refused comes again, but not at once.
        self.ended.wait(0.1)
        return f"{answer.status}, again in {again} s{odd}"

    def told(self) -> str:
        """What came of all the questions, in one line."""
        outcomes = ", ".join(f"{number} × {outcome}" for outcome, number in sorted(self.outcomes.items()))
        return f"{outcomes}; answered within {within(self.seconds)}, refused within {within(self.refused)}"


def within(seconds: list[float]) -> str:
    """The median and the longest."""
    if not seconds:
        return "–"
    ordered = sorted(seconds)
    return f"{ordered[len(ordered) // 2]:.2f} s (median), {ordered[-1]:.2f} s (longest)"


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
