"""Says how the archive is, on one screen."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive import watching


class Command(BaseCommand):
    help = (
        "Say what an operator asks: version, database, queue, workers, last edition, failed captures, room. "
        "Exit with status 1 where something needs a hand."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", dest="for_programs", help="as one JSON object")

    def handle(self, *, for_programs: bool, **options: Any) -> None:
        found = watching.sections()
        self.stdout.write(watching.as_json(found) if for_programs else watching.in_words(found))
        if troubles := watching.troubles(found):
            raise CommandError("\n".join(["\nThis needs a hand:", *troubles]))
