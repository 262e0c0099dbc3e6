"""What an operator asks of the backups that are made one after the other: how old the newest is."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from archive.backups import series
from archive.backups.dated import time_of
from archive.watching import Fact, Section
from archive.watching.facts import in_time

#: By this name for people, for programs and for Prometheus.
NAME = "backup_seconds"
LOOK = "look at what “manage.py backup --again” says."


def backups() -> list[Section]:
    return [Section("Backups", [newest()])]


def newest() -> Fact:
    """It is a trouble to be late, and to have none where BACKUPS_DIR says that there should be some."""
    name = series.newest()
    at = time_of(name) if name else None
    if at is None:
        missing = f"There is no backup in {settings.BACKUPS_DIR}: {LOOK}" if settings.BACKUPS_AWAITED else ""
        return Fact(NAME, "the newest", None, "none here", missing)
    seconds = (timezone.now() - at).total_seconds()
    said = f"{at:%Y-%m-%d %H:%M} UTC, {in_time(seconds)} ago"
    late = f"The newest backup is of {in_time(seconds)} ago: {LOOK}" if series.is_overdue() else ""
    return Fact(NAME, "the newest", seconds, said, late)
