"""The fact sheets of the two demonstration events, row by row, apart from the dossiers.

The dossiers are held against them here; the tests of pages and of the API walk the same rows.
"""

from tests.sheets.demo import dossier_text, second_record, seed_record
from tests.sheets.rows import Row, claims_for, described, prose, row, words_of
from tests.sheets.second import SECOND_ROWS, SECOND_SOURCES
from tests.sheets.seed import SEED_ROWS as _FACTS
from tests.sheets.seed import SEED_SOURCES
from tests.sheets.seed_prose import SEED_PROSE

SEED_ROWS: tuple[Row, ...] = (*_FACTS, *SEED_PROSE)
SEED_ID = "k7m2qa"
SECOND_ID = "m4s8td"

__all__ = [
    "SECOND_ID",
    "SECOND_ROWS",
    "SECOND_SOURCES",
    "SEED_ID",
    "SEED_ROWS",
    "SEED_SOURCES",
    "Row",
    "claims_for",
    "described",
    "dossier_text",
    "prose",
    "row",
    "second_record",
    "seed_record",
    "words_of",
]
