"""Kills PostgreSQL while it is read, and starts it again:

    python -m tests.faults.database_gone

A cluster of its own, which needs Debian's postgresql and root. It ends with an error if anybody got something
else than an answer, or 503 with Retry-After, or if the archive did not come back by itself.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.clusters import Cluster
from tests.faults.serving import Readers, say, served

FINE = re.compile(r"200|503, again in \d+ s")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        cluster = Cluster(folder)
        try:
            os.environ["DATABASE_URL"] = cluster.url
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


if __name__ == "__main__":
    main()
