"""Makes the file of outlines anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.maps.topology import outlines_from

ORIGIN = "Natural Earth 1:50m, public domain; see archive/maps/README.md"


class Command(BaseCommand):
    help = "Print the outlines of countries: manage.py outlines countries-50m.json > static/map/outlines.json"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="countries-50m.json of the npm package world-atlas")

    def handle(self, *args: Any, **options: Any) -> None:
        topology = json.loads(options["file"].read_text(encoding="utf-8"))
        found = outlines_from(topology, ORIGIN)
        self.stdout.write(json.dumps(found, separators=(",", ":")))
