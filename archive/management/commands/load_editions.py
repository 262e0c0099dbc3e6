"""Makes a working archive of a release."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.releases import LoadRefused, load


class Command(BaseCommand):
    help = (
        "Store the editions of a release, proving each, and make the catalogue of them. The archive is empty "
        "or holds an earlier release of the same archive; stopped, it goes on where it was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("release", type=Path, help="the release's folder, or any file in it")

    def handle(self, *args: Any, release: Path, **options: Any) -> None:
        try:
            loaded = load(release, self._progress)
        except LoadRefused as error:
            raise CommandError(str(error)) from None
        said = loaded.release
        if said.site != settings.SITE_URL:
            self.stderr.write(f"The release is of {said.site}; here, answers carry {settings.SITE_URL}.")
        self.stdout.write(
            f"Release {said.version}: {loaded.stored} changes stored, {loaded.known} were here already. "
            f"The head is right: {said.head}"
        )

    def _progress(self, stored: int, sequence: int) -> None:
        self.stderr.write(f"{stored} changes …")
