"""Runs the queue of background work."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from incidents.jobs.worker import work
from incidents.models import RunningWorker


class Command(BaseCommand):
    """Works off jobs until SIGTERM or Ctrl-C, then ends after the incident it is at. Several may run."""

    help = "Work off the jobs that wait, such as renewing published incidents after a source was renamed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="work off what waits, then end")
        parser.add_argument(
            "--check", action="store_true", help="only say whether a worker lives; exit status 1 if none does"
        )

    def handle(self, *, once: bool, check: bool, verbosity: int, **options: Any) -> None:
        if check:
            return self.look(verbosity)
        self.say(verbosity, "The worker has begun." if once else "The worker waits for jobs. Ctrl-C ends it.")
        try:
            work(once=once)
        finally:
            self.say(verbosity, "The worker has ended.")

    def look(self, verbosity: int) -> None:
        """For whatever watches over the worker: what is taken for dead by other workers is dead to it too."""
        if not RunningWorker.objects.alive().exists():
            raise CommandError("No worker has given a sign of life lately: start “manage.py worker”.")
        self.say(verbosity, "A worker lives.")

    def say(self, verbosity: int, text: str) -> None:
        if verbosity:
            self.stdout.write(text)
            self.stdout.flush()
