"""Makes a release: a dated folder of files that never changes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from archive.releases import ReleaseError, make


class Command(BaseCommand):
    help = (
        "Write all tables, editions and changes of this moment into RELEASES_DIR, with what describes them "
        "and their digests. Readers and editors are not disturbed; stopped, it leaves nothing behind."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("version", help="what it is called, such as 2026.11 or 1.0.0")
        parser.add_argument(
            "--date", type=_day, help="the day that it names, such as 2026-11-30 (default: today)"
        )

    def handle(self, *args: Any, version: str, date: date | None, **options: Any) -> None:
        try:
            made = make(version, date or timezone.now().date(), self._tell)
        except ReleaseError as error:
            raise CommandError(str(error)) from None
        said = made.manifest
        self.stdout.write(
            f"Release {version}: {len(made.sums)} files, {said.editions} editions. Its head:\n{said.head}"
        )

    def _tell(self, file: str) -> None:
        self.stderr.write(f"{file} …")


def _day(text: str) -> date:
    return date.fromisoformat(text)
