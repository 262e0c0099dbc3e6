"""Retracts an incident."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.models import EditionError
from incidents.management.incident import incident_of
from incidents.publishing import retract


class Command(BaseCommand):
    """Closes every public edition of the incident."""

    help = "Close every public edition of an incident, with a public reason."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", help="the incident's public id")
        parser.add_argument("--reason", required=True, help="public reason")

    def handle(self, *, id: str, reason: str, **options: Any) -> None:
        try:
            edition = retract(incident_of(id), by=None, reason=reason)
        except EditionError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{id}: retracted by edition {edition.number}")
