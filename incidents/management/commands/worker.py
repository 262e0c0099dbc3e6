"""Runs the queue of background work."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from incidents.jobs.worker import work


class Command(BaseCommand):
    """Works off jobs until SIGTERM or Ctrl-C, then ends after the incident it is at. Several may run."""

    help = "Work off the jobs that wait, such as renewing published incidents after a source was renamed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="work off what waits, then end")

    def handle(self, *, once: bool, verbosity: int, **options: Any) -> None:
        self.say(verbosity, "The worker has begun." if once else "The worker waits for jobs. Ctrl-C ends it.")
        try:
            work(once=once)
        finally:
            self.say(verbosity, "The worker has ended.")

    def say(self, verbosity: int, text: str) -> None:
        if verbosity:
            self.stdout.write(text)
            self.stdout.flush()
