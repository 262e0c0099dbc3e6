"""Loads records from files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from incidents.dossiers import DossierError, enter


class Command(BaseCommand):
    """Tries every file; each is entered whole or not at all. Fails at the end if any of them failed."""

    help = "Load records from dossiers (YAML or JSON), each file whole or not at all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--publish", action="store_true", help="publish every record of the files, reviewed or not"
        )
        parser.add_argument("--note", default="", help="public note of the editions")

    def handle(self, *, files: list[Path], publish: bool, note: str, **options: Any) -> None:
        failed = [path for path in files if not self.entered(Path(path), publish, note)]
        if failed:
            names = ", ".join(map(str, failed))
            raise CommandError(f"Nothing was entered of {names}; mend what is listed above and load again.")

    def entered(self, path: Path, public: bool, note: str) -> bool:
        try:
            enter(path, public=public, note=note, tell=self.stdout.write)
        except DossierError as error:
            for problem in error.problems:
                self.stderr.write(problem)
            return False
        return True
