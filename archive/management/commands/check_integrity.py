"""Proves that all that is stored is whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.integrity import CHECKS, Check

#: So many problems of one check are listed.
MOST = 20


class Command(BaseCommand):
    help = (
        "Check editions, catalogue, references, search, releases and copies of sources: one line for each, "
        "what is wrong beneath it, and exit status 1 if anything is. Nothing is changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--quick", action="store_true", help="leave out what takes long: reading and computing all of it"
        )

    def handle(self, *args: Any, quick: bool, **options: Any) -> None:
        wrong = [check.name for check in CHECKS if not self._is_right(check, quick)]
        if wrong:
            raise CommandError(
                f"Not whole: {', '.join(wrong)}. What follows from the editions is mended by “manage.py "
                "reindex”; for the rest, see OPERATIONS.md, “Backups and integrity”."
            )

    def _is_right(self, check: Check, quick: bool) -> bool:
        began, problems = monotonic(), _problems(check, quick)
        listed = list(islice(problems, MOST))
        more = sum(1 for _ in problems)
        found = f"{len(listed) + more} problems" if listed else "right"
        self.stdout.write(f"{check.name}: {found} ({monotonic() - began:.1f} s)")
        for problem in listed:
            self.stdout.write(f"  {problem}")
        if more:
            self.stdout.write(f"  and {more} more")
        return not listed


def _problems(check: Check, quick: bool) -> Iterator[str]:
    """What the check tells; what it breaks off at, such as a text that is no record, is a problem too."""
    try:
        yield from check.problems(quick)
    except Exception as error:
        yield f"it broke off: {type(error).__name__}: {' '.join(str(error).split())}"
