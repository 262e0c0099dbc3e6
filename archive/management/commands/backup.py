"""Makes backups: everything that the archive holds, as plain files."""

from __future__ import annotations

import logging
import signal
import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection

from archive.backups import BackupError, Made, make, series

logger = logging.getLogger(__name__)

#: Seconds after which a backup that failed is tried again.
AGAIN = 300


class Command(BaseCommand):
    """With --again it makes one backup after the other until SIGTERM or Ctrl-C."""

    help = (
        "Write everything that the archive holds at this moment, the desk and its files included, into a new "
        "folder. Nobody is disturbed; stopped, it leaves nothing that looks whole. The folder holds the "
        "hashes of passwords: keep it to yourself."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        way = parser.add_mutually_exclusive_group(required=True)
        way.add_argument("folder", type=Path, nargs="?", help="the folder to make")
        way.add_argument(
            "--next", action="store_true", help="make one in BACKUPS_DIR, and delete those that are too old"
        )
        way.add_argument(
            "--again", action="store_true", help="the same every BACKUP_HOURS, for as long as it runs"
        )
        way.add_argument(
            "--check", action="store_true", help="only say whether the newest backup there is young enough"
        )

    def handle(
        self, *args: Any, folder: Path | None, again: bool, check: bool, verbosity: int, **options: Any
    ) -> None:
        self.verbosity = verbosity
        if check:
            self._check()
        elif again:
            self._make_again()
        else:
            self._make(folder)

    def _make(self, folder: Path | None) -> None:
        try:
            made = make(folder, self._tell) if folder else series.make_next(self._tell)
        except BackupError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{_said(made)} The digest of its list of digests:\n{made.digest}")

    def _make_again(self) -> None:
        """A signal ends it at once: a backup that is being made is given up, and leaves nothing behind."""
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        signal.signal(signal.SIGINT, lambda *_: sys.exit(0))
        pause = series.wait()
        while True:
            time.sleep(pause)
            pause = self._make_or_tell()

    def _make_or_tell(self) -> float:
        """Make the next one; in how many seconds the one after it comes."""
        try:
            logger.info("%s", _said(series.make_next()))
        except (BackupError, DatabaseError, OSError) as error:
            logger.error("No backup was made; another try comes in %s seconds. %s", AGAIN, error)
            return AGAIN
        finally:
            connection.close()
        return series.wait()

    def _check(self) -> None:
        newest = series.newest()
        if series.is_overdue():
            found = f"The newest backup is of {newest}" if newest else "There is no backup"
            raise CommandError(f"{found}: look at what “manage.py backup --again” says.")
        self.stdout.write(f"The newest backup is of {newest}.")

    def _tell(self, what: str) -> None:
        if self.verbosity:
            self.stderr.write(f"{what} …")


def _said(made: Made) -> str:
    said = made.manifest
    files = sum(said.folders.values())
    return f"{made.path}: {said.rows} rows, {said.editions} editions, {files} files."
