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

    def handle(self, *, once: bool, **options: Any) -> None:
        if not once:
            self.say(
                "The worker waits for jobs. Ctrl-C ends it; what is unfinished goes on at the next start."
            )
        try:
            work(once=once)
        finally:
            self.say("The worker has ended.")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
