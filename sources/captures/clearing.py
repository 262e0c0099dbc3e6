"""The folder of captures is cleared of files that no copy has.

A form that was refused, or a worker that was killed, leaves them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from sources.captures.keeping import BEING_WRITTEN, KEPT
from sources.captures.models import Capture

logger = logging.getLogger(__name__)

#: A file is kept before its copy is stored; so long nobody touches it.
A_DAY = timedelta(days=1)


def clear_orphans() -> int:
    """Delete files that are a day old and broke off, or belong to no copy; how many.

    Where no copy at all has a file, nothing is deleted: a database may still have to be restored beside its
    folder, and what lies there is kept nowhere else.
    """
    try:
        number = sum(map(_delete, _orphans()))
    except OSError as error:
        logger.warning("The folder of captures was not cleared: %s", error)
        return 0
    if number:
        logger.info("%s files that no copy has were cleared from the folder of captures.", number)
    return number


def _orphans() -> list[Path]:
    # First the files, then the rows: a copy that is stored meanwhile is found among these.
    old = list(_ours())
    stored = Capture.objects.order_by().exclude(stored="").values_list("stored", flat=True)
    wanted = set(stored.iterator()) if old else set()
    return [path for path in old if path.name.removesuffix(KEPT) not in wanted] if wanted else []


def _ours() -> Iterator[Path]:
    """The archive's own files there that are old enough."""
    folder = Path(settings.CAPTURES_DIR)
    for pattern in (f"??/*{KEPT}", f"??/*{BEING_WRITTEN}"):
        yield from filter(_is_old, folder.glob(pattern))


def _is_old(path: Path) -> bool:
    before = (timezone.now() - A_DAY).timestamp()
    with suppress(FileNotFoundError):
        return path.is_file() and not path.is_symlink() and path.stat().st_mtime < before
    return False


def _delete(path: Path) -> bool:
    """Delete it, unless the same was kept again at this moment."""
    if not _is_old(path):
        return False
    path.unlink(missing_ok=True)
    return True
