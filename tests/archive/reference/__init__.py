"""What every filter chooses, told again by plain reading of the records: slowly, and without a database."""

from __future__ import annotations

from tests.archive.reference.entities import ACTORS, CONFLICTS, PLACES, PUBLICATIONS, SOURCES
from tests.archive.reference.incidents import INCIDENTS
from tests.archive.reference.parts import ATTACKS, CITATIONS, CLAIMS
from tests.archive.reference.reading import Reference
from tests.archive.reference.versions import CHANGES, EDITIONS

#: Of each list, how its items are found and told apart, and what each of its parameters chooses.
REFERENCES: dict[str, Reference] = {
    "incidents": INCIDENTS,
    "attacks": ATTACKS,
    "claims": CLAIMS,
    "citations": CITATIONS,
    "sources": SOURCES,
    "publications": PUBLICATIONS,
    "actors": ACTORS,
    "places": PLACES,
    "conflicts": CONFLICTS,
    "editions": EDITIONS,
    "changes": CHANGES,
}

__all__ = ["REFERENCES", "Reference"]
