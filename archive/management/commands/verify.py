"""Proves that the editions are as they were published."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.editions import verify
from archive.models import Edition

#: How many editions are looked at between two lines of progress.
STEP = 1_000


class Command(BaseCommand):
    help = "Check the seals and links of all editions; one line for each problem, and exit status 1."

    def handle(self, *args: Any, **options: Any) -> None:
        problems = 0
        for problem in verify(self._progress):
            problems += 1
            self.stdout.write(str(problem))
        self._redactions()
        if problems:
            raise CommandError(f"{problems} problems. Compare with a backup or with another copy.")
        self.stdout.write(f"All {Edition.objects.count()} editions are as they were published.")

    def _progress(self, done: int) -> None:
        if done % STEP == 0:
            self.stderr.write(f"{done} editions …")

    def _redactions(self) -> None:
        for edition in Edition.objects.redacted():
            self.stdout.write(
                f"{edition}: redacted on {edition.redacted_at:%Y-%m-%d}: {edition.redaction_reason}"
            )
