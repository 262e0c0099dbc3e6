"""The tables that can be downloaded: one definition of their columns, from which all formats follow. Pure.

A column is a path into an answer of the API. What it holds and what it means follow from the answer's model,
and so do the codebook's tables and the files in every format.
"""

from archive.columns.package import package
from archive.columns.paths import Document
from archive.columns.table import Column, Kind, Row, Table
from archive.columns.tables import (
    ACTORS,
    ATTACKS,
    CITATIONS,
    CLAIMS,
    CONFLICTS,
    EDITIONS,
    FIGURES,
    INCIDENTS,
    PLACES,
    PUBLICATIONS,
    SOURCES,
    TABLES,
)

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
    "Column",
    "Document",
    "Kind",
    "Row",
    "Table",
    "package",
]
