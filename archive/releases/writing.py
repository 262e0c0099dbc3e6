"""Writing a folder that is seen whole or not at all."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from archive.bundle import Held, is_version

#: What an unfinished folder's name begins and ends with.
UNFINISHED = ".{}.unfinished"


class ReleaseError(Exception):
    """A release that cannot be made; the message says why."""


class Folder:
    """A folder that is being written. `files`: what is in it already."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files: dict[str, Held] = {}

    def write(self, name: str, pieces: Iterable[bytes]) -> Held:
        """Store a file, a piece after the other."""
        target, digest, size = self.path / name, hashlib.sha256(), 0
        target.parent.mkdir(exist_ok=True)
        with target.open("xb") as out:
            for piece in pieces:
                out.write(piece)
                digest.update(piece)
                size += len(piece)
            out.flush()
            os.fsync(out.fileno())
        held = self.files[name] = Held(digest.hexdigest(), size)
        return held


@contextmanager
def new_folder(version: str) -> Iterator[Folder]:
    """The folder of a new release, which gets its name when all of it is written.

    What an earlier attempt left is cleared. Raises ReleaseError for a version that is there already, for what
    is no version, and while another release is being made.
    """
    if not is_version(version):
        raise ReleaseError(f"“{version}” is no version. Write one such as 2026.11 or 1.0.0.")
    root = Path(settings.RELEASES_DIR)
    root.mkdir(parents=True, exist_ok=True)
    with _alone(root):
        if (root / version).exists():
            raise ReleaseError(f"Release {version} is there already, and releases never change.")
        _clear(root)
        unfinished = root / UNFINISHED.format(version)
        unfinished.mkdir()
        try:
            yield Folder(unfinished)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        unfinished.rename(root / version)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Within, nobody else makes a release; the lock ends with this process, however it ends."""
    with (root / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ReleaseError("Another release is being made. Wait for it to end.") from None
        yield


def _clear(root: Path) -> None:
    for left in root.glob(UNFINISHED.format("*")):
        shutil.rmtree(left)
