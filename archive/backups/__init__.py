"""Backups: everything that the archive holds at one moment, as plain files that no engine owns.

`make` writes one, `prove` says whether its files are the ones that were written, `restore` fills an empty
database with it, on the same engine or the other.
"""

from archive.backups.making import Made, make
from archive.backups.manifest import BackupError, Manifest
from archive.backups.reading import prove, read
from archive.backups.restoring import Restored, restore

__all__ = [
    "BackupError",
    "Made",
    "Manifest",
    "Restored",
    "make",
    "prove",
    "read",
    "restore",
]
