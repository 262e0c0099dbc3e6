"""Loads a server to its limit for as long as it is told to, and proves what was answered:

    DATABASE_URL=postgres://… python -m tests.faults.load --minutes 30

gunicorn, as an installation has it, over an archive that is made in a moment; readers who ask for pages,
lists, searches, records, copies that they hold, and files, few incidents often and most seldom; meanwhile an
editor who publishes, imports, a slow reader and a download that never ends. It ends with status 1 for any
answer but the right one, or 503 with Retry-After; for an edition older than one that was published before it
was asked for; for memory that grows; for a request that waited for longer than 30 seconds; and where the
archive is not whole.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection

from tests.faults.databases import own_database
from tests.faults.editions import stored
from tests.faults.load.asking import LONGEST, SHARES, Crowd
from tests.faults.load.known import Known
from tests.faults.load.slow import Slow
from tests.faults.load.telling import table
from tests.faults.load.writing import ROWS as IMPORTED
from tests.faults.load.writing import TERMS, Writers, file_of
from tests.faults.memory import Memory
from tests.faults.serving import Server, end_properly, is_whole, manage, say, served, surroundings, within

#: Rows that are imported beforehand; seconds between two lines that say how far it is.
ROWS, STEP = 400, 15


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--readers", type=int, default=16)
    asked = parser.parse_args()
    end_properly()
    try:
        with own_database(), served(ARCHIVE_ROLE="public") as server:
            sys.exit(Load(server, asked.minutes * 60, asked.readers).run())
    except KeyboardInterrupt:
        sys.exit("Interrupted: everything that was started is ended.")


class Load:
    """One load on one server."""

    def __init__(self, server: Server, seconds: float, readers: int) -> None:
        self.server, self.seconds = server, seconds
        self.around = surroundings(server.folder)
        path = file_of(server.folder / "first.csv", ROWS, first=0, seed=1)
        manage(self.around, "import_events", "ucdp", str(path), "--release", "1", *TERMS)
        self.known = Known(dict(_editions(server.port)))
        self.crowd = Crowd(server.port, self.known, readers)
        self.memory = Memory(server.process.pid)
        self.writers = Writers(server, self.around, self.known)
        self.slow = [
            Slow(server.port, "a reader of a byte each half second", 1, 0.5),
            Slow(server.port, "a download of 500 bytes a second", 500, 1),
        ]
        self.probed: list[float] = []

    def run(self) -> bool:
        """Whether anything was wrong."""
        say(f"{len(self.known.keys)} incidents, {self.crowd.number} readers, {self.seconds / 60:g} minutes")
        with ExitStack() as stack:
            for going_on in (self.memory.watched(), self.writers.writing()):
                stack.enter_context(going_on)
            for slow in self.slow:
                stack.enter_context(slow.taking())
            stack.enter_context(self.crowd.reading())
            self._wait()
        for line in (*table(self.crowd.tally, self.memory), *self._beside()):
            say(line)
        wrong = [*self._wrong()]
        for line in wrong:
            say(f"WRONG: {line}")
        return not is_whole(self.around) or bool(wrong)

    def _beside(self) -> Iterator[str]:
        """What came of all who were no readers."""
        yield f"editor: {len(self.writers.waited)} editions within {within(self.writers.waited)}"
        yield f"imports: {self.writers.imports}, of {IMPORTED} rows each"
        for slow in self.slow:
            yield f"{slow.name}: {slow.taken} bytes, cut off {slow.cut} ×, refused {slow.refused} ×"
        yield f"/healthz: answered {len(self.probed)} ×, within {within(self.probed)}"

    def _wait(self) -> None:
        """Until the time is over; how far it is is said meanwhile."""
        begun = said = time.monotonic()
        while (now := time.monotonic()) < begun + self.seconds:
            self.probed.append(_probed(self.server.port))
            time.sleep(1)
            if now - said >= STEP:
                said = now
                self._tell(now - begun)

    def _tell(self, passed: float) -> None:
        statuses = self.crowd.tally.statuses
        rate = (statuses["200"] + statuses["304"]) / passed
        say(
            f"{passed:5.0f} s  {rate:5.1f} answers a second, {statuses['503']} refused, {statuses['wrong']} "
            f"wrong; {len(self.writers.waited)} editions, {self.writers.imports} imports; "
            f"{self.memory.now()} MB"
        )

    def _wrong(self) -> Iterator[str]:
        tally = self.crowd.tally
        yield from tally.wrong
        yield from self.writers.wrong
        yield from self._shown_otherwise()
        yield from (f"nobody was answered: {kind}" for kind in SHARES if not tally.seconds[kind])
        # The server lets go of who takes nothing for a minute, and of nobody sooner.
        yield from (
            f"{slow.name} was cut off" for slow in self.slow if slow.cut > self.seconds / 60 or not slow.taken
        )
        yield from (
            f"memory of process {process} grows" for process, course in self.memory.told() if course.grows
        )
        if len(self.memory.samples) != 2:
            yield f"there were {len(self.memory.samples)} processes in place of 2"
        if max(self.probed) > LONGEST:
            yield "/healthz kept somebody waiting"
        if not self.writers.waited or not self.writers.imports:
            yield "nothing was published"
        if any("Traceback" in line for line in self.server.said):
            yield "the log:\n" + "".join(self.server.said)

    def _shown_otherwise(self) -> Iterator[str]:
        """Each title that somebody was shown for an edition that has another, or is not there."""
        titles = stored(self.around)
        for key, number, title in sorted(self.known.shown):
            if titles.get((key, number)) != title:
                yield f"edition {number} of {key} was shown as “{title}”, not {titles.get((key, number))!r}"


def _editions(port: int) -> Iterator[tuple[str, int]]:
    """The newest edition of each incident that was imported."""
    following = "/api/v1/incidents/?page_size=100"
    while following:
        page = json.loads(_got(port, following))
        yield from ((row["id"], row["edition"]) for row in page["results"] if row["id"].startswith("ucdp-"))
        following = (page["next"] or "").partition("/api/")[
            2
        ] and f"/api/{page['next'].partition('/api/')[2]}"


def _probed(port: int) -> float:
    """Seconds until the server says that it lives."""
    begun = time.monotonic()
    _got(port, "/healthz")
    return time.monotonic() - begun


def _got(port: int, address: str) -> bytes:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address)
    body = connection.getresponse().read()
    connection.close()
    return body


if __name__ == "__main__":
    main()
