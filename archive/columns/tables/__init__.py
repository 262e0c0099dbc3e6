"""The table of each list: its columns, under names that never change."""

from archive.columns.tables.citations import CITATIONS
from archive.columns.tables.claims import CLAIMS
from archive.columns.tables.editions import EDITIONS
from archive.columns.tables.entities import ACTORS, CONFLICTS, PLACES, PUBLICATIONS, SOURCES
from archive.columns.tables.figures import FIGURES
from archive.columns.tables.incidents import ATTACKS, INCIDENTS

__all__ = [
    "ACTORS",
    "ATTACKS",
    "CITATIONS",
    "CLAIMS",
    "CONFLICTS",
    "EDITIONS",
    "FIGURES",
    "INCIDENTS",
    "PLACES",
    "PUBLICATIONS",
    "SOURCES",
    "TABLES",
]

#: In the order of the codebook.
TABLES = (
    INCIDENTS,
    ATTACKS,
    FIGURES,
    CLAIMS,
    CITATIONS,
    SOURCES,
    PUBLICATIONS,
    ACTORS,
    PLACES,
    CONFLICTS,
    EDITIONS,
)
