"""Folders that are seen whole or not at all: they get their name when all that is in them is written."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.bundle import Held

#: What an unfinished folder's name begins and ends with.
UNFINISHED = ".{}.unfinished"
#: Who may read what is written: everybody, as far as the process allows it, or its own user alone.
OPEN, PRIVATE = 0o666, 0o600
#: How many bytes of a file are read at once.
PIECE = 1 << 20


class Busy(Exception):
    """Somebody else writes there at this moment."""


class Folder:
    """A folder that is being written, with files of this mode. `files`: what is in it already."""

    def __init__(self, path: Path, mode: int = OPEN) -> None:
        self.path, self.mode = path, mode
        self.files: dict[str, Held] = {}
        path.mkdir(mode=folder_mode(mode))

    def write(self, name: str, pieces: Iterable[bytes]) -> Held:
        """Store a file, a piece after the other."""
        target = self.path / name
        made(target.parent, self.mode)
        held = self.files[name] = written(target, pieces, self.mode)
        return held


def folder_mode(mode: int) -> int:
    """That of a folder whose files have this one: whoever may read these may enter it."""
    return mode | (mode & 0o444) >> 2


def made(folder: Path, mode: int) -> None:
    """Make the folder, and those above it that are missing, for files of this mode."""
    if not folder.is_dir():
        made(folder.parent, mode)
        folder.mkdir(mode=folder_mode(mode), exist_ok=True)


def written(path: Path, pieces: Iterable[bytes], mode: int) -> Held:
    """Store a new file, a piece after the other. Raises FileExistsError."""
    digest, size = hashlib.sha256(), 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as out:
        for piece in pieces:
            out.write(piece)
            digest.update(piece)
            size += len(piece)
        out.flush()
        os.fsync(out.fileno())
    return Held(digest.hexdigest(), size)


def pieces_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in lower-case hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def written_whole(path: Path, mode: int = OPEN) -> Iterator[Folder]:
    """A new folder, which gets its name when all of it is written; what breaks off leaves nothing behind."""
    unfinished = path.with_name(UNFINISHED.format(path.name))
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        yield Folder(unfinished, mode)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    unfinished.rename(path)
    settle(path.parent)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Within, nobody else writes below this folder; the lock ends with this process, however it ends.

    Raises Busy.
    """
    with (root / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"{root} is being written by another process.") from None
        yield


def clear_unfinished(root: Path) -> None:
    """Take away what was broken off."""
    for left in root.glob(UNFINISHED.format("*")):
        shutil.rmtree(left)


def settle(folder: Path) -> None:
    """Let the disk hold the names in the folder too: https://man7.org/linux/man-pages/man2/fsync.2.html"""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
