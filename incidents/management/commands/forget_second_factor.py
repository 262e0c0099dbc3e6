"""For somebody who has lost the telephone, the key and the recovery codes."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from incidents.door.forgetting import forget_second_factor


class Command(BaseCommand):
    """Deletes the person's second factors and recovery codes, and ends the person's sessions."""

    help = "Forget somebody's second factor. Be sure that it is they who ask for it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="what the person logs in with")

    def handle(self, *, name: str, **options: Any) -> None:
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is nobody of the name “{name}” at the desk.")
        forget_second_factor(user, by=None, detail="by the command line")
        self.stdout.write(f"{name} logs in with the password alone now, and then sets up a new one.")
