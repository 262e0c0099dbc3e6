"""The servers that are measured: gunicorn with the archive and its twin, and Datasette over the same rows."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from http.client import HTTPConnection
from pathlib import Path

from tests.benchmarks.databases import FOLDER, ROOT, Databases
from tests.benchmarks.datasette import metadata

WORKERS = 2
#: How long a server may take to begin.
PATIENCE = 120


class Server:
    """A server on loopback, which ends with `stop`."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str], path: str) -> None:
        """`path`: an address that answers 200 as soon as it serves."""
        self.port = _free_port()
        words = [word.format(port=self.port) for word in command]
        self.log = FOLDER / f"{name}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                words, cwd=ROOT, env=dict(environment), stdout=log, stderr=subprocess.STDOUT
            )
        self._wait(path)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def workers(self) -> list[int]:
        """The processes that answer, or the one that does."""
        task = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(one) for one in task.read_text().split()] or [self.process.pid]

    def memory_of_each(self, what: str = "VmRSS") -> dict[int, float]:
        """Megabytes that each worker holds, or (VmHWM) held at most since `forget_peaks`."""
        return {worker: _memory(worker, what) for worker in self.workers()}

    def forget_peaks(self) -> None:
        """https://www.kernel.org/doc/html/latest/filesystems/proc.html: 5 resets the peak of a process."""
        for worker in self.workers():
            Path(f"/proc/{worker}/clear_refs").write_text("5")

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _wait(self, path: str) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if _answers(self.port, path):
                return
            time.sleep(0.2)
        self.stop()
        sys.exit(f"The server did not begin; {self.log} says why.")


def site(databases: Databases, *, keeps: bool = True, threads: int = 1) -> Server:
    """The archive, its twin and the empty views. `keeps`: whether it keeps in memory what it made."""
    # As in the image: see Dockerfile.
    given = {"ARCHIVE_ROLE": "public", "BENCHMARK_KEEPS": str(int(keeps)), "MALLOC_ARENA_MAX": "1"}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:archive.server"]
    command += ["--workers", str(WORKERS), "--threads", str(threads)]
    command += ["--bind", "127.0.0.1:{port}", "tests.benchmarks.served.wsgi"]
    name = f"site-{databases.size}-{'kept' if keeps else 'fresh'}-{threads}"
    return Server(name, command, databases.environment() | given, "/empty/")


def datasette(databases: Databases) -> Server:
    """Datasette over the twin's rows, which it is told not to change."""
    described = FOLDER / "datasette.json"
    described.write_text(metadata(databases.rows.stem))
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(databases.rows)]
    command += ["--port", "{port}", "--metadata", str(described)]
    for setting, value in {"max_returned_rows": 5_000, "sql_time_limit_ms": 60_000, "max_csv_mb": 0}.items():
        command += ["--setting", setting, str(value)]
    return Server("datasette", command, databases.environment(), "/-/versions.json")


def collect_static(databases: Databases) -> None:
    """What pages are made of, under the names that they have where they are served."""
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"]
    subprocess.run(command, cwd=ROOT, env=databases.environment(), check=True)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _memory(process: int, what: str) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{what}:")) / 1024
