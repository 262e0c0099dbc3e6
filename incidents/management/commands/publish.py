"""Publishes an incident."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.models import EditionError
from archive.vocabulary import EditionKind
from incidents.management.incident import incident_of
from incidents.publishing import NothingToPublish, NotPublishable, publish


class Command(BaseCommand):
    """Publishes the incident as the desk has it. The operator is bound by no review: they hold the keys."""

    help = "Publish an incident as the desk has it, whether or not it was reviewed (the operator's way)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", help="the incident's public id")
        parser.add_argument("--note", default="", help="public note of the edition")
        parser.add_argument("--correction", action="store_true", help="say that it corrects an error")

    def handle(self, *, id: str, note: str, correction: bool, **options: Any) -> None:
        kind = EditionKind.CORRECTION if correction else None
        try:
            edition = publish(incident_of(id), by=None, note=note, kind=kind)
        except NothingToPublish as error:
            self.stdout.write(str(error))
        except (NotPublishable, EditionError) as error:
            raise CommandError(str(error)) from error
        else:
            self.stdout.write(f"{id}: published as edition {edition.number}")
