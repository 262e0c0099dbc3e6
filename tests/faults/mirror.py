"""Lets a copy on SQLite follow an archive on PostgreSQL, and kills it again and again:

    python -m tests.faults.mirror

A cluster of its own, which needs Debian's postgresql and root, and some minutes. It ends with an error if the
copy answers anything otherwise than its origin, or cannot be proved.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import orjson

from tests.faults.at_the_desk import at_the_desk, published
from tests.faults.cluster import Cluster, ended
from tests.faults.serving import ROOT, Server, begun, manage, say, served, surroundings

KEY, RETRACTED = "m4s8td", "w6k5nj"
LISTS = (
    "incidents",
    "attacks",
    "claims",
    "sources",
    "publications",
    "actors",
    "places",
    "editions",
    "changes",
)
#: The settings' own, which the answers of the demonstration carry.
SITE = "http://127.0.0.1:8000"
#: In seconds.
UNTIL_KILLED = 10


def follow(around: dict[str, str], address: str, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "manage.py", "follow", address, "--page", "3", *more]
    return subprocess.Popen(command, cwd=ROOT, env=around, stderr=subprocess.PIPE, text=True)


def killed_in_the_middle(around: dict[str, str], address: str) -> None:
    """After its first page, with the second one on the way."""
    process = follow(around, address, "--once")
    assert process.stderr
    line = process.stderr.readline()
    process.kill()
    process.communicate()
    assert " changes, the last one of " in line, line
    say(f"      killed after: {line.strip()}")


def edited(origin: dict[str, str], mirror: dict[str, str], address: str) -> None:
    """Editions appear, and one incident is retracted, while the copy follows and is killed now and then."""
    with at_the_desk(origin, KEY) as desk:
        for number in range(3):
            process = follow(mirror, address, "--every", "1")
            said = [published(desk, f"Title {number}.{one}") for one in range(2)]
            if number == 1:
                manage(origin, "retract", RETRACTED, "--reason", "For a trial.")
            time.sleep(UNTIL_KILLED)
            process.kill()
            heard = process.communicate()[1].splitlines()
            say(f"      the desk answered {said}; the copy was killed after: {' '.join(heard[-1:])}")


def answers(port: int) -> dict[str, tuple[int, bytes]]:
    """All that the API answers: lists, what they name, and all editions."""
    found: dict[str, tuple[int, bytes]] = {}
    waiting = [f"/api/v1/{name}/?page_size=200" for name in LISTS]
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        connection.request("GET", path, headers={"Host": "localhost"})
        answer = connection.getresponse()
        found[path] = answer.status, answer.read()
        waiting += _onward(*found[path])
    connection.close()
    return found


def _onward(status: int, body: bytes) -> list[str]:
    page: Any = orjson.loads(body) if status == 200 else {}
    rows = [row.get("api_url") for row in page.get("results", [])]
    return [one.removeprefix(SITE) for one in (page.get("next"), *rows) if one]


def compared(origin: Server, mirror: dict[str, str]) -> list[str]:
    """The addresses at which both answer otherwise."""
    copy = begun(origin.folder, mirror)
    try:
        theirs, ours = answers(origin.port), answers(copy.port)
    finally:
        copy.process.terminate()
        copy.process.wait(60)
    closed = sum(status == 410 for status, _ in theirs.values())
    say(f"      {len(theirs)} addresses were compared, {closed} of them closed")
    return sorted(path for path in theirs.keys() | ours.keys() if theirs.get(path) != ours.get(path))


def tried() -> bool:
    """Whether anything was wrong."""
    with served(ARCHIVE_ROLE="public") as server:
        address = f"http://127.0.0.1:{server.port}"
        origin = surroundings(server.folder)
        mirror = origin | {
            "DATABASE_URL": f"sqlite:///{server.folder}/mirror.sqlite3",
            "ARCHIVE_ROLE": "public",
        }
        manage(mirror, "migrate")
        for _ in range(2):
            killed_in_the_middle(mirror, address)
        edited(origin, mirror, address)
        say(f"      {manage(mirror, 'follow', address, '--once').splitlines()[0]}")
        differing = compared(server, mirror)
        say(f"{'WRONG' if differing else 'ok   '} both answer the same, byte for byte; not: {differing[:5]}")
        proved = [manage(mirror, *proof, fails=True).splitlines()[-1] for proof in PROOFS]
        say("\n".join(f"      {line}" for line in proved))
    return bool(differing) or not proved[0].startswith("All ")


PROOFS = (["verify"], ["reindex", "--check"])


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        cluster = Cluster(folder)
        with ended(cluster):
            os.environ["DATABASE_URL"] = cluster.address
            sys.exit(tried())


if __name__ == "__main__":
    main()
