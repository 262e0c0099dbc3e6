"""PostgreSQL servers of a fault's own, on sockets in its folder: Debian's postgresql, as root."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

AS_POSTGRES = ("setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", "--")


class Cluster:
    """A server on a socket of its own; of `primary`, if one is given, a replica that follows its log."""

    def __init__(self, folder: Path, name: str = "cluster", primary: Cluster | None = None) -> None:
        self.folder = folder / name
        self.socket = folder / f"{name}-socket"
        self.bin = max(Path("/usr/lib/postgresql").glob("*/bin"))
        for made in (self.folder, self.socket):
            self._run(["install", "-d", "-o", "postgres", "-g", "postgres", "-m", "700", str(made)], ())
        self.socket.chmod(0o755)
        self._make(primary)
        self.start()

    def _make(self, primary: Cluster | None) -> None:
        data = ["-D", str(self.folder)]
        if primary is None:
            self._run([f"{self.bin}/initdb", *data, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust"])
            return
        # -R writes where the log comes from, and that this server is a replica.
        ways = ["-h", str(primary.socket), "-U", "postgres", "-R", "-X", "stream", "-c", "fast"]
        self._run([f"{self.bin}/pg_basebackup", *data, *ways])

    @property
    def url(self) -> str:
        return f"postgres://postgres@/postgres?host={self.socket}"

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.socket}' -c max_connections=50"
        begin = ["-D", str(self.folder), "-l", f"{self.folder}/log", "-w", "-o", options, "start"]
        self._run([f"{self.bin}/pg_ctl", *begin])

    def kill(self) -> None:
        """Without a word, as a machine dies: the server, and then whoever works for it ends too."""
        pid = int((self.folder / "postmaster.pid").read_text().splitlines()[0])
        os.kill(pid, signal.SIGKILL)
        time.sleep(1)

    @property
    def lives(self) -> bool:
        done = subprocess.run([f"{self.bin}/pg_isready", "-q", "-h", str(self.socket)], check=False)
        return not done.returncode

    def ask(self, question: str) -> str:
        """What the database answers, column after column, a row to a line."""
        command = [f"{self.bin}/psql", "-h", str(self.socket), "-U", "postgres", "-At", "-c", question]
        return subprocess.run(command, check=True, capture_output=True, text=True, cwd="/").stdout.strip()

    def _run(self, command: Sequence[str], manner: Sequence[str] = AS_POSTGRES) -> None:
        subprocess.run([*manner, *command], check=True, capture_output=True, cwd="/")


@contextmanager
def ended(*clusters: Cluster) -> Iterator[None]:
    """Within, they may die; afterwards, they have."""
    try:
        yield
    finally:
        for cluster in clusters:
            if cluster.lives:
                cluster.kill()
