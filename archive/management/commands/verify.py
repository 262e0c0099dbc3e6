"""Proves that the editions are as they were published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.bundle import BadBundle
from archive.editions import verify
from archive.models import Edition
from archive.releases import compare, prove_alone

#: How many editions are looked at between two lines of progress.
STEP = 1_000


class Command(BaseCommand):
    help = "Check the seals and links of all editions; one line for each problem, and exit status 1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--release",
            type=Path,
            help="a release's folder: check its files, and that nothing it holds was rewritten here since",
        )

        parser.add_argument(
            "--alone", action="store_true", help="with --release: look at its files alone, and at no archive"
        )
        parser.add_argument(
            "--head",
            default="",
            help="with --alone: a head that you noted of an earlier release",
        )

    def handle(self, *args: Any, release: Path | None, alone: bool, head: str, **options: Any) -> None:
        if (alone or head) and not (release and alone):
            raise CommandError("--alone needs --release, and --head needs --alone.")
        if release and alone:
            self._prove(release, head)
            return
        if release:
            self._compare(release)
        problems = 0
        for problem in verify(self._progress):
            problems += 1
            self.stdout.write(str(problem))
        self._redactions()
        if problems:
            raise CommandError(f"{problems} problems. Compare with a backup or with another copy.")
        self.stdout.write(f"All {Edition.objects.count()} editions are as they were published.")

    def _compare(self, path: Path) -> None:
        try:
            compared = compare(path)
        except BadBundle as error:
            raise CommandError(str(error)) from None
        for line in (*compared.problems, *compared.closed):
            self.stdout.write(line)
        if compared.problems:
            raise CommandError("This archive is not the one of which the release was made, or not as it was.")
        said = compared.release.manifest
        self.stdout.write(
            f"Nothing of what release {said.version} holds was rewritten. Its head: {said.head}"
        )

    def _prove(self, path: Path, noted: str) -> None:
        try:
            proof = prove_alone(path, noted)
        except BadBundle as error:
            raise CommandError(str(error)) from None
        for problem in proof.problems:
            self.stdout.write(problem)
        if proof.problems:
            raise CommandError("The release is not whole, or not of the archive whose head you noted.")
        said = proof.release.manifest
        self.stdout.write(f"Release {said.version} is whole: {said.editions} editions. Its head: {said.head}")
        if proof.since is not None:
            self.stdout.write(
                f"The head that you noted is of its first {proof.since}: none was rewritten since."
            )

    def _progress(self, done: int) -> None:
        if done % STEP == 0:
            self.stderr.write(f"{done} editions …")

    def _redactions(self) -> None:
        for edition in Edition.objects.redacted():
            self.stdout.write(
                f"{edition}: redacted on {edition.redacted_at:%Y-%m-%d}: {edition.redaction_reason}"
            )
