"""Publishes, puts the editor's clock back by an hour, and publishes again and again:

    python -m tests.faults.clock_back

The clock is libfaketime's (`apt install faketime`, https://github.com/wolfcw/libfaketime). On the engine that
DATABASE_URL names. It ends with an error if readers are shown an older edition; if a copy that they hold is
called valid; if somebody who follows the changes misses one; or if `verify` or `check_integrity` find any.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse

from tests.faults.databases import own_database
from tests.faults.editing import Editor
from tests.faults.serving import Server, is_whole, manage, say, served, surroundings

EVENT = "m4s8td"
#: Seconds after which an answer tells its date (`archive.bytes.SETTLED`).
SETTLED = 2.5
RECORD, CHANGES = f"/api/v1/incidents/{EVENT}/", "/api/v1/changes/?page_size=100"


def main() -> None:
    clock = shutil.which("faketime") or sys.exit("The false clock is missing: apt install faketime")
    with own_database(), served(ARCHIVE_ROLE="public") as server:
        wrong = [*tried(server, [clock, "-f", "-1h"])]
        for line in wrong:
            say(f"WRONG: {line}")
        around = surroundings(server.folder)
        say(manage(around, "verify").strip())
        sys.exit(bool(wrong) or not is_whole(around))


@dataclass(frozen=True)
class Copy:
    """What a reader holds: the edition, its tag and its date."""

    number: int
    tag: str
    date: str
    published: str


def tried(server: Server, clock: list[str]) -> Iterator[str]:
    """What is wrong."""
    around = surroundings(server.folder)
    right, slow = Editor(around), Editor(around, clock)
    seen, copy = _sequences(server), _copy(server)
    for turn, editor in enumerate((right, slow, slow, right), 1):
        number = editor.publish(EVENT, f"Edited at turn {turn}")
        say(f"edition {number}: dated {(now := _copy(server)).published}")
        if now.number != number:
            yield f"edition {now.number} is shown in place of {number}"
        if f"Edited at turn {turn}" not in _ask(server, f"/incidents/{EVENT}/edited-at-turn-{turn}/")[1]:
            yield f"the page does not show edition {number}"
        yield from _taken_for_valid(server, copy)
        follows = _sequences(server)[len(seen) :]
        if follows != [(EVENT, number)]:
            yield f"after edition {number}, the changes go on with {follows}"
        time.sleep(SETTLED)
        seen, copy = _sequences(server), _copy(server)
    for editor in (right, slow):
        editor.end()


def _taken_for_valid(server: Server, copy: Copy) -> Iterator[str]:
    for header, held in (("If-None-Match", copy.tag), ("If-Modified-Since", copy.date)):
        if held and _ask(server, RECORD, {header: held})[0].status != 200:
            yield f"by {header}, a copy of edition {copy.number} is called valid"


def _copy(server: Server) -> Copy:
    answer, body = _ask(server, RECORD)
    edition = json.loads(body)["edition"]
    headers = answer.headers
    return Copy(edition["number"], headers["ETag"], headers.get("Last-Modified", ""), edition["published_at"])


def _sequences(server: Server) -> list[tuple[str, int]]:
    """The changes, in the order in which they are told."""
    rows = json.loads(_ask(server, CHANGES)[1])["results"]
    return [(row["incident"], row["number"]) for row in rows]


def _ask(server: Server, address: str, headers: dict[str, str] | None = None) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", address, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer, body


if __name__ == "__main__":
    main()
