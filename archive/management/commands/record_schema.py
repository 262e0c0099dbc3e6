"""Prints the JSON Schema of a record."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from archive.record import record_schema


class Command(BaseCommand):
    help = "Print the JSON Schema of a record: manage.py record_schema > static/record.schema.json"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(record_schema().decode(), ending="")
