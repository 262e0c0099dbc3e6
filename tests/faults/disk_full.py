"""Fills the disk while editors publish, and makes room again:

    python -m tests.faults.disk_full --engine sqlite
    python -m tests.faults.disk_full --engine postgres

The database is on a small file system in memory (tmpfs, which root must be allowed to mount); PostgreSQL has
its whole cluster there. It ends with an error if readers got something else than an answer, or 503 with
Retry-After; if editors were not told that the disk is full; if publishing did not go on when there was room;
if an edition is lost that an editor was told of; or if the archive is not whole.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.cluster import Cluster
from tests.faults.editing import Course, editing
from tests.faults.serving import Readers, end_properly, is_whole, say, served, surroundings

FINE = re.compile(r"200|503, again in \d+ s")
FULL = re.compile(r"disk is full|No space left on device")
#: Bytes of the disk, what is left of them when it is filled, and seconds until that is gone at the latest.
DISK, LEFT, PATIENCE = 400_000_000, 300_000, 120


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", choices=["sqlite", "postgres"], default="sqlite")
    engine = parser.parse_args().engine
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with mounted(folder) as disk:
            if engine == "sqlite":
                os.environ["DATABASE_URL"] = f"sqlite:///{disk}/archive.sqlite3"
                sys.exit(tried(disk))
            cluster = Cluster(folder, disk / "data")
            os.environ["DATABASE_URL"] = cluster.address
            try:
                sys.exit(tried(disk, cluster))
            finally:
                cluster.stop()


@contextmanager
def mounted(folder: Path) -> Iterator[Path]:
    end_properly()
    disk = folder / "disk"
    disk.mkdir(mode=0o755)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def tried(disk: Path, cluster: Cluster | None = None) -> bool:
    """Whether anything was wrong."""
    with served(ARCHIVE_ROLE="public") as server:
        around = surroundings(server.folder)
        while_full, after = Readers(server.port, 2), Readers(server.port, 2)
        with editing(around) as course:
            _until(lambda: len(course.published) > 3)
            _fill(disk)
            with while_full.reading():
                _until(lambda: course.refused.total() > 2)
            ended = cluster is not None and not cluster.runs()
            published = len(course.published)
            (disk / "filler").unlink()
            if ended and cluster:
                cluster.start()
            _until(lambda: len(course.published) > published + 3)
        with after.reading():
            time.sleep(5)
        say(f"while the disk was full: {while_full.told()}{'; PostgreSQL ended by itself' if ended else ''}")
        say(f"afterwards: {after.told()}")
        say(course.told())
        odd = [one for one in while_full.outcomes if not FINE.fullmatch(one)]
        return any((odd, {*after.outcomes} != {"200"}, _untold(course), course.lost(), not is_whole(around)))


def _fill(disk: Path) -> None:
    """All but a little."""
    room = os.statvfs(disk)
    with (disk / "filler").open("wb") as filler:
        os.posix_fallocate(filler.fileno(), 0, room.f_bavail * room.f_bsize - LEFT)


def _until(done: Callable[[], bool]) -> None:
    begun = time.monotonic()
    while not done() and time.monotonic() < begun + PATIENCE:
        time.sleep(0.1)


def _untold(course: Course) -> bool:
    """Whether nobody was told that the disk is full."""
    return not any(FULL.search(said) for said in course.refused)


if __name__ == "__main__":
    main()
