"""Backups that are made one after the other: what they are called, and which are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

#: Safe as the name of a folder; in the order of the names stands the order of time.
NAME = "%Y-%m-%dT%H%M%SZ"
DATED = re.compile(r"\d{4}-\d{2}-\d{2}T\d{6}Z")


def dated(at: datetime) -> str:
    """What the backup of this moment is called: “2026-11-30T031500Z”."""
    return at.astimezone(UTC).strftime(NAME)


def time_of(name: str) -> datetime | None:
    """The moment of a backup by its name; None for a name that no dated backup has."""
    if not DATED.fullmatch(name):
        return None
    try:
        return datetime.strptime(name, NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def backups_among(names: Iterable[str]) -> list[str]:
    """The dated backups among these names of folders, the newest first."""
    return sorted((name for name in names if time_of(name)), reverse=True)


def outdated(names: Iterable[str], keep: int) -> Sequence[str]:
    """Those dated backups that are not among the newest `keep`, which is at least one."""
    return backups_among(names)[max(1, keep) :]


def seconds_left(newest: datetime | None, now: datetime, apart: timedelta) -> float:
    """Until the next backup; none where there is no backup, or the clock stands before the newest."""
    if newest is None or newest > now:
        return 0.0
    return max(0.0, (newest + apart - now).total_seconds())


def is_late(newest: datetime | None, now: datetime, apart: timedelta) -> bool:
    """Whether somebody should look why no backup was made: one may fail, and the next one must not."""
    return newest is None or now - newest > 2 * apart
