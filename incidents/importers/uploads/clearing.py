"""The folder of imports is cleared of what nobody wants any more, after a bounded time."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from incidents.importers.uploads.keeping import throw_away
from incidents.models import Upload, UploadState

logger = logging.getLogger(__name__)

#: What nobody asks for is left alone for so long: it may be on its way in.
A_DAY = timedelta(days=1)
#: So long a file waits for somebody's word, or for its failed import to go on.
PATIENCE = timedelta(days=30)
#: What the archive itself has put into the folder: a file that was being received, and one that was kept.
RECEIVED, KEPT = re.compile(r".+\.upload"), re.compile(r"[A-Za-z0-9]{32}")


def clear_leftovers() -> int:
    """Delete files that broke off on their way in, that are done with, or that waited too long; how many."""
    try:
        number = sum(map(_clear, _overdue())) + sum(map(_delete, _unwanted()))
    except OSError as error:
        logger.warning("The folder of imports was not cleared: %s", error)
        return 0
    if number:
        logger.info("%s files that nobody wants any more were cleared from the folder of imports.", number)
    return number


def kept_until(upload: Upload) -> datetime | None:
    """When the file is thrown away; None while it is imported."""
    match upload.state:
        case UploadState.LOOKED_AT:
            return upload.at + PATIENCE
        case UploadState.FAILED if upload.run and upload.run.ended_at:
            return upload.run.ended_at + PATIENCE
    return None


def _overdue() -> QuerySet[Upload]:
    since = timezone.now() - PATIENCE
    undecided = Q(state=UploadState.LOOKED_AT, at__lt=since)
    return Upload.objects.filter(undecided | Q(state=UploadState.FAILED, run__ended_at__lt=since))


def _clear(upload: Upload) -> bool:
    """Forget the upload, and delete its file, unless somebody lets it begin at this moment."""
    gone = Upload.objects.filter(pk=upload.pk, state=upload.state).delete()[0]
    if gone:
        throw_away(upload.stored)
    return bool(gone)


def _unwanted() -> list[Path]:
    """What lies in the folder for longer than a day, and belongs to no file that is still to be imported."""
    old = list(_old(Path(settings.IMPORTS_DIR)))
    wanted = set(Upload.objects.exclude(state=UploadState.DONE).values_list("stored", flat=True))
    return [path for path in old if path.name not in wanted]


def _old(folder: Path) -> Iterator[Path]:
    before = (timezone.now() - A_DAY).timestamp()
    for path in folder.iterdir() if folder.is_dir() else ():
        with suppress(FileNotFoundError):
            if _is_ours(path) and path.lstat().st_mtime < before:
                yield path


def _is_ours(path: Path) -> bool:
    if path.is_symlink():
        return False
    return bool(RECEIVED.fullmatch(path.name) if path.is_file() else KEPT.fullmatch(path.name))


def _delete(path: Path) -> bool:
    if path.is_dir():
        throw_away(path.name)
    else:
        path.unlink(missing_ok=True)
    return not path.exists()
