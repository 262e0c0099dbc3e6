"""Kills PostgreSQL while it is read and while editors publish, and starts it again:

    python -m tests.faults.database_gone

A cluster of its own, which needs Debian's postgresql and root. It ends with an error if anybody got something
else than an answer, or 503 with Retry-After; if the archive did not come back by itself; if an edition is
lost that an editor was told of; or if the archive is not whole.
"""

from __future__ import annotations

import re
import sys
import time

from tests.faults.cluster import Cluster, own_cluster
from tests.faults.editing import editing
from tests.faults.serving import Readers, is_whole, say, served, surroundings

FINE = re.compile(r"200|503, again in \d+ s")


def main() -> None:
    with own_cluster() as cluster:
        sys.exit(tried(cluster))


def tried(cluster: Cluster) -> bool:
    """Whether anything was wrong."""
    with served(ARCHIVE_ROLE="public") as server:
        before, gone, after = (Readers(server.port, 4) for _ in range(3))
        with editing(surroundings(server.folder)) as course:
            read(before)
            cluster.kill()
            read(gone)
            cluster.start()
            time.sleep(1)
            read(after)
        for when, readers in (("before", before), ("while it was gone", gone), ("afterwards", after)):
            say(f"{when}: {readers.told()}")
        say(f"meanwhile {course.told()}")
        wrong = bool(course.lost()) or not is_whole(surroundings(server.folder))
    odd = [one for one in (*before.outcomes, *gone.outcomes, *after.outcomes) if not FINE.fullmatch(one)]
    return bool(odd) or {*after.outcomes} != {"200"} or wrong


def read(readers: Readers) -> None:
    with readers.reading():
        time.sleep(10)


if __name__ == "__main__":
    main()
