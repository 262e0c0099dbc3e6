"""Backups that are made one after the other into the folder of the settings, of which the newest are kept."""

from __future__ import annotations

import logging
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from archive.backups.dated import backups_among, dated, is_late, outdated, seconds_left, time_of
from archive.backups.making import Made, Tell, make
from archive.folders import PRIVATE, clear_unfinished, made

logger = logging.getLogger(__name__)


def make_next(tell: Tell = lambda _: None) -> Made:
    """Make the backup of this moment beside the earlier ones, and then delete those that are too old.

    Raises BackupError.
    """
    root = _root()
    made(root, PRIVATE)
    before = newest()
    clear_unfinished(root)
    found = make(root / dated(timezone.now()), tell, root / before if before else None)
    for name in outdated(_names(), settings.BACKUPS_KEPT):
        shutil.rmtree(root / name)
        logger.info("The backup of %s is deleted: there are %s newer ones.", name, settings.BACKUPS_KEPT)
    return found


def newest() -> str | None:
    """The name of the newest backup."""
    return next(iter(backups_among(_names())), None)


def wait() -> float:
    """In how many seconds the next backup is to be made."""
    return seconds_left(_newest_time(), timezone.now(), _apart())


def is_overdue() -> bool:
    """Whether the newest backup is older than the next two should be, or there is none."""
    return is_late(_newest_time(), timezone.now(), _apart())


def _newest_time() -> datetime | None:
    name = newest()
    return time_of(name) if name else None


def _apart() -> timedelta:
    return timedelta(hours=settings.BACKUP_HOURS)


def _root() -> Path:
    return Path(settings.BACKUPS_DIR)


def _names() -> list[str]:
    root = _root()
    return [path.name for path in root.iterdir() if path.is_dir()] if root.is_dir() else []
