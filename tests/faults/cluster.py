"""A PostgreSQL server of a trial's own, on a socket in its folder. It needs Debian's postgresql and root."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.serving import end_properly

AS_POSTGRES = ("setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", "--")


class Cluster:
    """`data`: the folder of its files, else one in `folder`; `settings`: of postgresql.conf.

    Of `primary`, if one is given, it is a replica that follows its log.
    """

    def __init__(
        self,
        folder: Path,
        data: Path | None = None,
        name: str = "cluster",
        primary: Cluster | None = None,
        **settings: str,
    ) -> None:
        self.folder = data or folder / name
        self.socket = folder / f"{name}-socket"
        self.log = folder / f"{name}-log"
        self.bin = max(Path("/usr/lib/postgresql").glob("*/bin"))
        self.settings = {"listen_addresses": "''", "unix_socket_directories": f"'{self.socket}'"} | settings
        for made in (self.folder, self.socket):
            self._run(["install", "-d", "-o", "postgres", "-g", "postgres", "-m", "700", str(made)], ())
        self.socket.chmod(0o755)
        self.log.touch()
        self.log.chmod(0o666)
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
    def address(self) -> str:
        """As DATABASE_URL gives it."""
        return f"postgres://postgres@/postgres?host={self.socket}"

    def start(self) -> None:
        options = " ".join(f"-c {name}={value}" for name, value in self.settings.items())
        begin = ["-D", str(self.folder), "-l", str(self.log), "-w", "-o", options, "start"]
        self._run([f"{self.bin}/pg_ctl", *begin])

    def runs(self) -> bool:
        command = [*AS_POSTGRES, f"{self.bin}/pg_ctl", "-D", str(self.folder), "status"]
        return not subprocess.run(command, stdout=subprocess.DEVNULL, cwd="/").returncode

    def ask(self, question: str) -> str:
        """What the database answers, column after column, a row to a line."""
        command = [f"{self.bin}/psql", "-h", str(self.socket), "-U", "postgres", "-At", "-c", question]
        return subprocess.run(command, check=True, capture_output=True, text=True, cwd="/").stdout.strip()

    def kill(self) -> None:
        """Without a word, as a machine dies: all its processes at once."""
        first = int((self.folder / "postmaster.pid").read_text().splitlines()[0])
        task = Path(f"/proc/{first}/task/{first}/children")
        for process in (first, *map(int, task.read_text().split())):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
        time.sleep(1)

    def stop(self) -> None:
        """If it still runs."""
        if self.runs():
            self._run([f"{self.bin}/pg_ctl", "-D", str(self.folder), "-m", "immediate", "stop"])

    def _run(self, command: Sequence[str], manner: Sequence[str] = AS_POSTGRES) -> None:
        subprocess.run([*manner, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")


@contextmanager
def own_cluster(**settings: str) -> Iterator[Cluster]:
    """A new one, which DATABASE_URL names meanwhile."""
    end_properly()
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        cluster = Cluster(folder, None, "cluster", None, **settings)
        os.environ["DATABASE_URL"] = cluster.address
        with ended(cluster):
            yield cluster


@contextmanager
def ended(*clusters: Cluster) -> Iterator[None]:
    """Within, they may die; afterwards, they have."""
    try:
        yield
    finally:
        for cluster in clusters:
            cluster.stop()
