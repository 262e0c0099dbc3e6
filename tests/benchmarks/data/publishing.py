"""Publishing many records at once, by the archive's own means."""

from __future__ import annotations

from collections.abc import Sequence

from archive import catalogue, editions
from archive.bulk import analyse_new_tables
from archive.record import Record


def publish(made: Sequence[Record]) -> None:
    """Publish these records, which readers may see, and show them in the catalogue."""
    catalogue.index_all(editions.append_all([(record, "") for record in made]))
    analyse_new_tables()
