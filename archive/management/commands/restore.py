"""Fills an empty database with a backup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive import catalogue
from archive.backups import BackupError, prove, read, restore


class Command(BaseCommand):
    help = (
        "Fill an empty database, and the folders beside it, with a backup of this version or an earlier one, "
        "and prove that all is whole. Nothing is ever overwritten; stopped, it is begun anew."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="the backup’s folder")
        parser.add_argument(
            "--check", action="store_true", help="only prove the backup’s files; store nothing"
        )
        parser.add_argument("--quick", action="store_true", help="leave out what takes long to prove")

    def handle(self, *args: Any, folder: Path, check: bool, quick: bool, **options: Any) -> None:
        try:
            self._prove(folder) if check else self._restore(folder, quick)
        except BackupError as error:
            raise CommandError(str(error)) from None

    def _prove(self, folder: Path) -> None:
        manifest = read(folder)
        prove(folder, manifest, self._tell)
        self.stdout.write(
            f"Every file is the one that was written on {manifest.made_at:%Y-%m-%d at %H:%M} UTC."
        )

    def _restore(self, folder: Path, quick: bool) -> None:
        restored = restore(folder, self._tell)
        said = restored.manifest
        self.stdout.write(
            f"{said.rows} rows of {len(said.tables)} tables are restored. The head is right: {said.head}"
        )
        if restored.is_older:
            mended = sum(1 for _ in catalogue.reindex())
            self.stdout.write(
                f"The backup is of an earlier version: {mended} differences of the catalogue mended."
            )
        call_command("check_integrity", quick=quick, stdout=self.stdout, stderr=self.stderr)

    def _tell(self, what: str) -> None:
        self.stderr.write(f"{what} …")
