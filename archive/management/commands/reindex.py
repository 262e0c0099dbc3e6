"""Makes the catalogue anew from the editions, or proves that it is right."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive import catalogue


class Command(BaseCommand):
    help = (
        "Compute every row of the catalogue from the editions and store what differs. Readers are not "
        "disturbed; stopped, it can be started again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        only = parser.add_mutually_exclusive_group()
        only.add_argument(
            "--check",
            action="store_true",
            help="store nothing; list the differences, and exit with status 1 if there are any",
        )
        only.add_argument(
            "--search",
            action="store_true",
            help="make anew what readers search in, from the stored answers, and nothing else: much faster",
        )

    def handle(self, *args: Any, check: bool, search: bool, **options: Any) -> None:
        found = 0
        make = catalogue.check if check else catalogue.reindex_search if search else catalogue.reindex
        with nullcontext() if search else catalogue.composing_apart():
            for difference in make(self._progress):
                found += 1
                self.stdout.write(str(difference))
        if check and found:
            raise CommandError(f"{found} differences. Run “manage.py reindex” to mend them.")
        right = "The search is right." if search else "The catalogue is right."
        self.stdout.write(f"{found} differences mended." if found else right)

    def _progress(self, done: int, of: int) -> None:
        self.stderr.write(f"{done} of {of} incidents …")
