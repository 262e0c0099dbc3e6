"""The folders beside the database: copies of sources, files that wait to be imported, and releases."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from django.conf import settings

from archive.backups.manifest import BackupError, list_file
from archive.folders import PIECE, PRIVATE, Folder, digest_of, made, pieces_of, written

#: Each folder's name in a backup, and the setting that says where it stands.
FOLDERS = {"captures": "CAPTURES_DIR", "imports": "IMPORTS_DIR", "releases": "RELEASES_DIR"}
#: A line as `sha256sum --check` reads it.
LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<file>[^\\\n]+)\n")
#: What a file is called while it is brought back.
BEING_BROUGHT = ".restoring"


def bring(folder: Folder, name: str, before: Path | None) -> int:
    """Copy the folder of this name and list what is in it; how many files that is.

    What has not changed since the backup `before` is linked to the copy there, and takes no room again.
    """
    found = 0

    def lines() -> Iterator[bytes]:
        nonlocal found
        for line in _copied(_root(name), name, folder.path, before):
            found += 1
            yield line

    folder.write(list_file(name), lines())
    return found


def listed(path: Path, name: str) -> Iterator[tuple[str, str]]:
    """The files of the folder in the backup, each with its digest. Raises BackupError."""
    with (path / list_file(name)).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            said = LINE.fullmatch(line)
            parts = said["file"].split("/") if said else []
            if said is None or parts[0] != name or {"", ".", ".."} & {*parts}:
                raise BackupError(f"{list_file(name)}, line {number}: “{line[:100].strip()}” names no file.")
            yield said["file"], said["sha256"]


def bring_back(path: Path, name: str) -> int:
    """Copy the files of the backup to where they belong; those that are there stay. How many there are.

    Raises BackupError where another file has the place of one.
    """
    root, found = _root(name), 0
    for file, sha256 in listed(path, name):
        _put(path / file, root / file.partition("/")[2], sha256)
        found += 1
    return found


def _root(name: str) -> Path:
    return Path(getattr(settings, FOLDERS[name]))


def _copied(root: Path, name: str, into: Path, before: Path | None) -> Iterator[bytes]:
    for file in _files_in(root):
        line = f"{name}/{file}"
        if "\n" in line or "\\" in line:
            raise BackupError(f"{root}: “{file!r}” cannot be listed. Rename the file, or take it away.")
        # Whatever the archive deleted since its rows were read belongs into no backup.
        with suppress(FileNotFoundError):
            digest = _copy(root / file, into / line, before / line if before else None)
            yield f"{digest}  {line}\n".encode()


def _files_in(root: Path) -> Iterator[str]:
    """Every whole file, by its path below the root, in the order of the names; no locks and no beginnings."""
    entries = sorted(os.scandir(root), key=lambda entry: entry.name) if root.is_dir() else []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from (f"{entry.name}/{file}" for file in _files_in(root / entry.name))
        elif entry.is_file(follow_symlinks=False):
            yield entry.name


def _copy(source: Path, target: Path, before: Path | None) -> str:
    """The digest of the copy."""
    with source.open("rb") as file:
        made(target.parent, PRIVATE)
        stamp = os.fstat(file.fileno())
        if before and _is_unchanged(stamp, before):
            os.link(before, target)
            return digest_of(target)
        digest = written(target, iter(partial(file.read, PIECE), b""), PRIVATE).sha256
        os.utime(target, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    return digest


def _is_unchanged(stamp: os.stat_result, before: Path) -> bool:
    try:
        old = before.lstat()
    except FileNotFoundError:
        return False
    return (old.st_size, old.st_mtime_ns) == (stamp.st_size, stamp.st_mtime_ns)


def _put(source: Path, target: Path, sha256: str) -> None:
    if target.exists():
        if digest_of(target) != sha256:
            raise BackupError(f"{target} is another file than the backup’s. Take it away, and begin anew.")
        return
    made(target.parent, PRIVATE)
    beginning = target.with_name(f"{target.name}{BEING_BROUGHT}")
    beginning.unlink(missing_ok=True)
    written(beginning, pieces_of(source), PRIVATE)
    beginning.replace(target)
