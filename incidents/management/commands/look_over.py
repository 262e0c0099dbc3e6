"""Derives anew which incidents contradict themselves."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from incidents.concerns import look_all_over
from incidents.models import Concern

#: How many incidents are looked over between two lines of progress.
STEP = 1000


class Command(BaseCommand):
    """Editors may go on working; a line now and then says where to go on if it is stopped."""

    help = (
        "Look every incident at the desk over for contradictions, and list those that have some at its home."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--after",
            default="",
            metavar="ID",
            help="go on after this incident, in the order of the public ids",
        )

    def handle(self, *, after: str, **options: Any) -> None:
        done = 0
        for done, key in enumerate(look_all_over(after), start=1):
            if done % STEP == 0:
                self.stderr.write(f"{done} incidents … if stopped, go on with --after {key}")
        found = Concern.objects.count()
        self.stdout.write(f"{done} incidents looked over; {found} at the desk contradict themselves.")
