"""What tells one file from another."""

from __future__ import annotations

import hashlib
from pathlib import Path

from incidents.importers.reading.errors import named


def digest(path: Path) -> str:
    """The SHA-256 of the file's bytes as they are on the disk, in hexadecimal. Raises FileError."""
    with named(path.name), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
