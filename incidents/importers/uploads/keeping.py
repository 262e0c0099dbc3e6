"""The folder of imports: each file in one of its own, under the name that it came with."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.utils.crypto import get_random_string

from incidents.importers.uploads.receiving import folder
from incidents.models import Upload

#: Bytes of a file's name: the rest of it, but for its ending, is left out.
LONGEST_NAME = 150


def keep_file(given: TemporaryUploadedFile) -> tuple[str, Path]:
    """Keep the file that was received; its folder's name, and its path."""
    token = get_random_string(32)
    place = folder() / token
    place.mkdir(mode=0o700)
    path = place / file_name(given.name or "")
    Path(given.temporary_file_path()).replace(path)
    return token, path


def file_name(given: str) -> str:
    """The name without what no file's name holds, and no longer than every file system takes."""
    printable = "".join(each for each in given if each.isprintable() and each not in "/\\")
    stem, dot, ending = printable.strip(". ").rpartition(".")
    short = (stem or ending).encode()[:LONGEST_NAME].decode(errors="ignore")
    return f"{short}{dot if stem else ''}{ending[:20] if stem else ''}" or "rows"


def path_of(upload: Upload) -> Path:
    return folder() / upload.stored / upload.file


def throw_away(stored: str) -> None:
    """Delete the file; nothing happens where it is gone already."""
    shutil.rmtree(folder() / stored, ignore_errors=True)
