"""Small files of our own rows, and importing them."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from incidents.importers.registry import FORMATS
from incidents.importers.running.run import Wish, import_file
from incidents.models import Import
from tests.incidents.importers.rows import PLAIN


def write(path: Path, form: str, rows: Sequence[Mapping[str, str]]) -> Path:
    """A CSV file of plain rows in the format, each but for the cells given."""
    columns = FORMATS[form].variants[0]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows({**PLAIN[form], **row} for row in rows)
    return path


def take(path: Path, form: str = "ucdp", **wish: Any) -> Import:
    """Import the file; the run as it ended."""
    return import_file(path, FORMATS[form], Wish(**wish), lambda run, table: None)
