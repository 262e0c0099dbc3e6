"""Publishing, as tests need it: an edition and its catalogue rows."""

from __future__ import annotations

from archive import catalogue, editions
from archive.figures import for_readers
from archive.models import Edition
from archive.record import Record


def publish(*records: Record) -> list[Edition]:
    """The next edition of each record's incident, in the catalogue."""
    found = []
    for record in records:
        edition = editions.append(for_readers(record))
        catalogue.index(edition)
        found.append(edition)
    return found


def retract(incident: str, reason: str = "It never happened.") -> Edition:
    edition = editions.retract(incident, reason=reason)
    catalogue.remove(incident)
    return edition
