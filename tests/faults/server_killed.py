"""Kills a process of gunicorn that serves, and then the first of them, while they are read:

    python -m tests.faults.server_killed

gunicorn begins another in place of one that was killed; the first one is begun anew by whoever supervises it
(Compose's `restart`), whose part this script plays. On the engine that DATABASE_URL names. It ends with an
error if more readers were cut off than were served, if the archive did not come back, or if it is not whole.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import time

from tests.faults.databases import own_database
from tests.faults.memory import children
from tests.faults.serving import Readers, Server, begun, is_whole, say, served, surroundings

READERS, SECONDS = 6, 8
FINE = re.compile(r"200|503, again in \d+ s")
#: What somebody is told whose connection ends in the middle, and somebody who finds nobody there.
CUT_OFF = ("RemoteDisconnected", "ConnectionResetError", "IncompleteRead", "BrokenPipeError")
NOBODY = "ConnectionRefusedError"


def main() -> None:
    with own_database(), served(REQUESTS_AT_ONCE=str(2 * READERS)) as server:
        sys.exit(tried(server))


def tried(server: Server) -> bool:
    """Whether anything was wrong."""
    one, first, after = (Readers(server.port, READERS) for _ in range(3))
    with one.reading():
        _wait()
        os.kill(children(server.process.pid)[0], signal.SIGKILL)
        _wait()
    with first.reading():
        _wait()
        seconds = _started_anew(server)
        _wait()
    with after.reading():
        _wait()
    say(f"a process that serves was killed: {one.told()}")
    say(f"the first process was killed: {first.told()}; after {seconds:.1f} s there was another")
    say(f"afterwards: {after.told()}")
    whole = is_whole(surroundings(server.folder))
    return not whole or any((_odd(one, *CUT_OFF), _odd(first, *CUT_OFF, NOBODY), _odd(after)))


def _wait() -> None:
    time.sleep(SECONDS)


def _started_anew(server: Server) -> float:
    """Kill the first process, and begin it until it stays, as a supervisor does; the seconds that it took."""
    server.process.kill()
    server.process.wait()
    ended = time.monotonic()
    server.process = begun(server.folder, surroundings(server.folder), server.port).process
    return time.monotonic() - ended


def _odd(readers: Readers, *allowed: str) -> bool:
    """Whether somebody was told what nobody should be, or more were cut off than can have been served."""
    cut = sum(readers.outcomes[outcome] for outcome in CUT_OFF)
    said = [outcome for outcome in readers.outcomes if not FINE.fullmatch(outcome)]
    return bool({*said} - {*allowed}) or cut > READERS


if __name__ == "__main__":
    main()
