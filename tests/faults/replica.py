"""Reads from a replica, and lets it and its primary fail in turn:

    python -m tests.faults.replica

Two clusters of its own, which need Debian's postgresql and root, and about three minutes. It ends with an
error if a reader got something else than a page, if pages did not come from where they should, or if an
editor did not find on the public page what was published at the desk.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.faults.at_the_desk import at_the_desk, published
from tests.faults.cluster import Cluster, ended
from tests.faults.serving import ADDRESSES, Readers, Server, manage, say, served, surroundings

LAG = 5
#: Seconds after which whoever reads must have noticed that a server is well again, or late.
NOTICED = LAG + 6
KEY = "m4s8td"
#: The page itself moves with its title.
PAGE = f"/api/v1/incidents/{KEY}/"
#: A file that is cut off is an error by itself, and none that could be told otherwise.
PAGES = tuple(address for address in ADDRESSES if not address.endswith(".csv"))
#: Connections over which the reading room asked for something since then.
READ = """SELECT count(*) FROM pg_stat_activity
WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND query LIKE '%"archive_%'
AND query_start > '{since}'"""
EDITIONS = 8


class Trial:
    """The two clusters, the reading room that is served of them, and what went otherwise than it should."""

    def __init__(self, primary: Cluster, replica: Cluster, server: Server) -> None:
        self.primary, self.replica, self.server = primary, replica, server
        self.wrong: list[str] = []

    def expect(self, what: str, is_so: bool) -> None:
        say(f"{'ok   ' if is_so else 'WRONG'} {what}")
        if not is_so:
            self.wrong.append(what)

    @contextmanager
    def reading(self, when: str, number: int = 4) -> Iterator[None]:
        readers = Readers(self.server.port, number, addresses=PAGES)
        with readers.reading():
            yield
        say(f"      {when}: {readers.told()}")
        self.expect(f"{when}: every answer was 200", {*readers.outcomes} == {"200"})

    def read_from(self, wanted: Cluster, when: str, seconds: float = 4) -> None:
        """Read for a while; whether the wanted server answered, and the other, if it lives, did not."""
        clusters = [one for one in (self.primary, self.replica) if one.runs()]
        since = {one: one.ask("SELECT clock_timestamp()") for one in clusters}
        with self.reading(when):
            time.sleep(seconds)
        read = {one: int(one.ask(READ.format(since=since[one]))) for one in clusters}
        others = sum(number for one, number in read.items() if one is not wanted)
        told = f"over {read[wanted]} connections, and over {others} elsewhere"
        self.expect(f"{when}: pages come from the {wanted.folder.name}, {told}", read[wanted] > 0 == others)

    def ask(self, address: str, method: str = "GET") -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        connection.request(method, address)
        answer = connection.getresponse()
        said = answer.status, answer.read().decode()
        connection.close()
        return said


def replica_dies(trial: Trial) -> None:
    with trial.reading("while the replica was killed"):
        time.sleep(2)
        trial.replica.kill()
        time.sleep(4)
    trial.read_from(trial.primary, "without a replica")
    trial.expect("status names the dead replica", "does not answer" in status(trial))
    trial.expect("/readyz says that all is well", trial.ask("/readyz") == (200, "All is well.\n"))
    trial.replica.start()
    time.sleep(NOTICED)
    trial.read_from(trial.replica, "with the replica back")


def replica_stands_still(trial: Trial) -> None:
    trial.replica.ask("SELECT pg_wal_replay_pause()")
    manage(trial_surroundings(trial), "reindex")
    trial.primary.ask("CREATE TABLE written (at timestamptz); INSERT INTO written SELECT now()")
    time.sleep(NOTICED)
    trial.read_from(trial.primary, "with a replica that stands still")
    trial.expect("status says that it lags", "lags" in status(trial))
    trial.replica.ask("SELECT pg_wal_replay_resume()")
    time.sleep(NOTICED)
    trial.read_from(trial.replica, "with the replica going on")


def primary_dies(trial: Trial) -> None:
    with trial.reading("while the primary was killed"):
        time.sleep(2)
        trial.primary.kill()
        time.sleep(8)
    trial.read_from(trial.replica, "without a primary")
    ready = trial.ask("/readyz")
    trial.expect(f"/readyz: {ready[0]}, {ready[1].strip()}", ready[0] == 200)
    trial.primary.start()
    time.sleep(NOTICED)
    trial.read_from(trial.replica, "with the primary back")


def editors_read_what_they_wrote(trial: Trial) -> None:
    """The replica replays everything two seconds late; a desk that does not wait shows that it does."""
    trial.replica.ask("ALTER SYSTEM SET recovery_min_apply_delay = '2s'")
    trial.replica.ask("SELECT pg_reload_conf()")
    time.sleep(2)
    with at_the_desk(surroundings(trial.server.folder), KEY) as desk:
        published(desk, "Title of somebody who does not log in twice")
        is_there = shown(trial, desk, "Title of a desk that does not wait", times=1)
        trial.expect("a desk that does not wait answers before the page does", not is_there)
    with at_the_desk(trial_surroundings(trial), KEY) as desk:
        late = [title for number in range(EDITIONS) if not shown(trial, desk, title := f"Title {number}")]
    trial.expect(f"{EDITIONS} editions, each on the page when the desk had answered; not: {late}", not late)
    before = trial.primary.ask(f"SELECT max(number) FROM archive_edition WHERE incident = '{KEY}'")
    there = trial.replica.ask(f"SELECT max(number) FROM archive_edition WHERE incident = '{KEY}'")
    trial.expect(f"the replica has edition {there} of {before}", there == before)


def shown(trial: Trial, desk: subprocess.Popen[str], title: str, times: int = 4) -> bool:
    began = time.monotonic()
    said = published(desk, title)
    took = time.monotonic() - began
    pages = [trial.ask(PAGE)[1] for _ in range(times)]
    fine = all(title in page for page in pages)
    say(f"      {title}: the desk answered {said} after {took:.2f} s; on the page: {fine}")
    return fine and said.startswith("302")


def trial_surroundings(trial: Trial) -> dict[str, str]:
    more = {"DATABASE_REPLICA_URL": trial.replica.address, "REPLICA_LAG": str(LAG)}
    return surroundings(trial.server.folder, **more)


def status(trial: Trial) -> str:
    return manage(trial_surroundings(trial), "status", fails=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        primary = Cluster(folder, name="primary")
        with ended(primary):
            os.environ["DATABASE_URL"] = primary.address
            replica = Cluster(folder, name="replica", primary=primary)
            with ended(replica):
                sys.exit(tried(primary, replica))


def tried(primary: Cluster, replica: Cluster) -> bool:
    """Whether anything was wrong."""
    more = {"ARCHIVE_ROLE": "public", "DATABASE_REPLICA_URL": replica.address, "REPLICA_LAG": str(LAG)}
    with served(**more) as server:
        trial = Trial(primary, replica, server)
        # So many that each process is asked: one that was not has not looked at the replica either.
        with trial.reading("before anything is looked at", number=8):
            time.sleep(2 * NOTICED)
        trial.read_from(replica, "with both")
        for fault in (replica_dies, replica_stands_still, primary_dies, editors_read_what_they_wrote):
            fault(trial)
        odd = [line for line in server.said if re.search("Traceback", line)]
        say("".join(line for line in server.said if "replica" in line))
        say(f"{len(trial.wrong)} things were wrong; {len(odd)} tracebacks in the server's log.")
    return bool(trial.wrong)


if __name__ == "__main__":
    main()
