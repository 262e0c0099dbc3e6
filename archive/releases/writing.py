"""Writing a folder that is seen whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from archive.bundle import is_version
from archive.folders import Busy, Folder, alone, clear_unfinished, written_whole


class ReleaseError(Exception):
    """A release that cannot be made; the message says why."""


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
        clear_unfinished(root)
        with written_whole(root / version) as folder:
            yield folder


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    try:
        with alone(root):
            yield
    except Busy:
        raise ReleaseError("Another release is being made. Wait for it to end.") from None
