"""Takes a bibliography into the library."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.bibliography import FORMATS, BibliographyError, format_of, read
from archive.bibliography.format import Format
from incidents.bibliographies import Outcome, take


class Command(BaseCommand):
    """Takes a file over whole or not at all."""

    help = (
        "Take the sources of a bibliography (RIS, BibTeX or CSL-JSON) into the library, all or none of them."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--format", choices=FORMATS, help="otherwise told by the file's name")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")

    def handle(self, *, file: Path, format: str | None, dry_run: bool, **options: Any) -> None:
        try:
            references = read(text_of(file), chosen(file, format))
            what = f"Taken from the bibliography {file.name}."
            outcomes = take(references, what=what, tell=self.stdout.write, dry_run=dry_run)
        except BibliographyError as error:
            for problem in error.problems:
                self.stderr.write(f"{file}: {problem}")
            raise CommandError("Nothing was taken over; mend what is listed above and try again.") from error
        counted = Counter(outcomes)
        summary = ", ".join(f"{counted[outcome]} {outcome}" for outcome in Outcome)
        self.stdout.write(f"{'Nothing was stored: a dry run. ' if dry_run else ''}{summary}")


def text_of(file: Path) -> str:
    """The file's text. Raises BibliographyError."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BibliographyError([f"cannot be read: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise BibliographyError([f"is not UTF-8 text: {error.reason} at byte {error.start}"]) from error


def chosen(file: Path, name: str | None) -> Format:
    """The format asked for, or the one that the file's name tells. Raises BibliographyError."""
    form = FORMATS[name] if name else format_of(file.name)
    if form is None:
        raise BibliographyError(["its name ends in none of .ris, .bib and .json: say --format"])
    return form
