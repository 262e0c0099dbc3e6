"""Makes a backup: everything that the archive holds, as plain files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.backups import BackupError, make


class Command(BaseCommand):
    help = (
        "Write everything that the archive holds at this moment, the desk and its files included, into a new "
        "folder. Nobody is disturbed; stopped, it leaves nothing behind. The folder holds the hashes of "
        "passwords: keep it to yourself."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="the folder to make")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            made = make(folder, self._tell)
        except BackupError as error:
            raise CommandError(str(error)) from None
        said = made.manifest
        self.stdout.write(
            f"{made.path}: {said.rows} rows, {said.editions} editions, {sum(said.folders.values())} files. "
            f"The digest of its list of digests:\n{made.digest}"
        )

    def _tell(self, what: str) -> None:
        self.stderr.write(f"{what} …")
