"""Writes sources as a bibliography."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.bibliography import FORMATS, written
from incidents.bibliographies import UnknownSource, references_of


class Command(BaseCommand):
    """Writes to standard output."""

    help = "Write sources to standard output as RIS, BibTeX or CSL-JSON; import_sources reads it back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("keys", nargs="*", metavar="KEY", help="all sources, if none is named")
        parser.add_argument("--format", choices=FORMATS, default="ris")

    def handle(self, *, keys: list[str], format: str, **options: Any) -> None:
        form = FORMATS[format]
        try:
            references = references_of(keys, form)
        except UnknownSource as error:
            raise CommandError(str(error)) from error
        for piece in written(references, form):
            self.stdout.write(piece, ending="")
