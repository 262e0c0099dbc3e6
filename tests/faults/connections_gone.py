"""Takes all connections that PostgreSQL allows, while readers ask, and gives them back:

    python -m tests.faults.connections_gone

A cluster of its own, which needs Debian's postgresql and root. It ends with an error if anybody got something
else than an answer, or 503 with Retry-After; if nobody was refused; if the archive did not come back by
itself; or if it is not whole.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import psycopg

from tests.faults.cluster import Cluster, own_cluster
from tests.faults.serving import Readers, is_whole, say, served, surroundings

FINE = re.compile(r"200|503, again in \d+ s")
REFUSED = re.compile(r"503, again in \d+ s")
OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"


def main() -> None:
    with own_cluster(max_connections="20", superuser_reserved_connections="0") as cluster:
        sys.exit(tried(cluster))


def tried(cluster: Cluster) -> bool:
    """Whether anything was wrong."""
    with served(ARCHIVE_ROLE="public", WEB_CONCURRENCY="1", REQUESTS_AT_ONCE="8") as server:
        before, gone, after = (Readers(server.port, 4) for _ in range(3))
        read(before)
        with all_taken(cluster) as taken:
            read(gone)
        read(after)
        say(f"before: {before.told()}")
        say(f"while {taken} connections of 20 were others': {gone.told()}")
        say(f"afterwards: {after.told()}")
        whole = is_whole(surroundings(server.folder))
    odd = [one for one in (*before.outcomes, *gone.outcomes) if not FINE.fullmatch(one)]
    refused = [one for one in gone.outcomes if REFUSED.fullmatch(one)]
    return bool(odd) or not refused or {*after.outcomes} != {"200"} or not whole


@contextmanager
def all_taken(cluster: Cluster) -> Iterator[int]:
    """Within, no connection is left; those that the server had are ended. How many were taken."""
    with ExitStack() as held:
        first = held.enter_context(psycopg.connect(cluster.address, autocommit=True))
        first.execute(OTHERS)
        number = 1
        while _taken(cluster, held):
            number += 1
        yield number


def _taken(cluster: Cluster, held: ExitStack) -> bool:
    try:
        held.enter_context(psycopg.connect(cluster.address))
    except psycopg.OperationalError:
        return False
    return True


def read(readers: Readers) -> None:
    with readers.reading():
        time.sleep(8)


if __name__ == "__main__":
    main()
