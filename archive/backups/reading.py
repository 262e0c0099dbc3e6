"""Reading a backup, and proving that its files are the ones that were written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from archive.backups.beside import FOLDERS, listed
from archive.backups.manifest import (
    MANIFEST,
    SUMS,
    BackupError,
    Manifest,
    list_file,
    read_manifest,
    table_file,
)
from archive.bundle import BadBundle, read_sums
from archive.folders import digest_of

#: Called with the name of what is proved next.
Tell = Callable[[str], None]


def read(path: Path) -> Manifest:
    """What the backup in this folder says of itself. Raises BackupError where there is none."""
    try:
        return read_manifest((path / MANIFEST).read_bytes())
    except OSError as error:
        raise BackupError(f"{path} is no backup: {error}") from None


def prove(path: Path, manifest: Manifest, tell: Tell = lambda _: None) -> None:
    """Raises BackupError, which names the first file that is missing or is not the one that was written."""
    for file, sha256 in _files(path, manifest):
        tell(file)
        _prove(path, file, sha256)
    for name in manifest.folders:
        tell(name)
        for file, sha256 in listed(path, name):
            _prove(path, file, sha256)


def _files(path: Path, manifest: Manifest) -> Iterator[tuple[str, str]]:
    """The files of the list of sums, which holds all that the manifest tells of."""
    try:
        sums = read_sums((path / SUMS).read_text("ascii"))
    except (OSError, UnicodeDecodeError, BadBundle) as error:
        raise BackupError(f"{path}: {SUMS} cannot be read: {error}") from None
    told = [MANIFEST, *map(table_file, manifest.tables), *map(list_file, manifest.folders)]
    for file in told:
        if file not in sums:
            raise BackupError(f"{path}: {file} is not listed in {SUMS}.")
    if unknown := set(manifest.folders) - set(FOLDERS):
        raise BackupError(f"{path}: {MANIFEST} tells of a folder that is not known: {min(unknown)}.")
    yield from sums.items()


def _prove(path: Path, file: str, sha256: str) -> None:
    if not (path / file).is_file():
        raise BackupError(f"{path}: {file} is missing.")
    if digest_of(path / file) != sha256:
        raise BackupError(f"{path}: {file} is not the file that was written: its digest is another one.")
