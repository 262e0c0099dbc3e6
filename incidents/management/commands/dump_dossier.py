"""Writes an incident as a dossier."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.record import RecordError
from incidents.build import build
from incidents.dossiers import FORMATS, write
from incidents.licences import NotRedistributable, refuse_forbidden
from incidents.management.incident import incident_of


class Command(BaseCommand):
    """Writes what the desk has, withheld claims included, to standard output."""

    help = "Write an incident as the desk has it to standard output, as a dossier that loads back the same."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", help="the incident's public id")
        parser.add_argument("--format", choices=FORMATS, default="yaml")

    def handle(self, *, id: str, format: str, **options: Any) -> None:
        try:
            record = build(incident_of(id))
        except RecordError as error:
            raise CommandError(f"The desk's rows do not make a record:\n{error}") from error
        try:
            refuse_forbidden(record)
        except NotRedistributable as error:
            raise CommandError(f"{id} stays at the desk. {error}") from error
        self.stdout.write(write(record, format), ending="")
