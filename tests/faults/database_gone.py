"""Kills PostgreSQL while it is read, and starts it again:

    python -m tests.faults.database_gone

A cluster of its own, which needs Debian's postgresql and root. It ends with an error if anybody got something
else than an answer, or 503 with Retry-After, or if the archive did not come back by itself.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.faults.serving import Readers, say, served

FINE = re.compile(r"200|503, again in \d+ s")
AS_POSTGRES = ("setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", "--")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        cluster = Cluster(folder)
        try:
            os.environ["DATABASE_URL"] = f"postgres://postgres@/postgres?host={folder}/socket"
            sys.exit(tried(cluster))
        finally:
            cluster.kill()


def tried(cluster: Cluster) -> bool:
    """Whether anything was wrong."""
    with served(ARCHIVE_ROLE="public") as server:
        before, gone, after = (Readers(server.port, 4) for _ in range(3))
        read(before)
        cluster.kill()
        read(gone)
        cluster.start()
        time.sleep(1)
        read(after)
    for when, readers in (("before", before), ("while it was gone", gone), ("afterwards", after)):
        say(f"{when}: {readers.told()}")
    odd = [one for one in (*before.outcomes, *gone.outcomes, *after.outcomes) if not FINE.fullmatch(one)]
    return bool(odd) or {*after.outcomes} != {"200"}


def read(readers: Readers) -> None:
    with readers.reading():
        time.sleep(10)


class Cluster:
    """A PostgreSQL server on a socket of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "cluster"
        self.socket = folder / "socket"
        self.bin = max(Path("/usr/lib/postgresql").glob("*/bin"))
        for made in (self.folder, self.socket):
            self._run(["install", "-d", "-o", "postgres", "-g", "postgres", "-m", "755", str(made)], ())
        self._run(
            [f"{self.bin}/initdb", "-D", str(self.folder), "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust"]
        )
        self.start()

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.socket}'"
        begin = ["-D", str(self.folder), "-l", f"{self.folder}/log", "-w", "-o", options, "start"]
        self._run([f"{self.bin}/pg_ctl", *begin])

    def kill(self) -> None:
        """Without a word, as a machine dies: the server, and then whoever works for it ends too."""
        pid = int((self.folder / "postmaster.pid").read_text().splitlines()[0])
        os.kill(pid, signal.SIGKILL)
        time.sleep(1)

    def _run(self, command: Sequence[str], manner: Sequence[str] = AS_POSTGRES) -> None:
        subprocess.run([*manner, *command], check=True, capture_output=True, cwd="/")


if __name__ == "__main__":
    main()
