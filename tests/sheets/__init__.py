"""The fact sheets of the demonstration events, row by row, apart from the dossiers.

The dossiers are held against them here; the tests of pages and of the API walk the same rows.
"""

from tests.sheets.demo import FOLDER, demo_records, dossier_text, second_record, seed_record, short_records
from tests.sheets.rows import Row, claims_for, described, prose, row, words_of
from tests.sheets.second import SECOND_ROWS, SECOND_SOURCES
from tests.sheets.seed import SEED_ROWS as _FACTS
from tests.sheets.seed import SEED_SOURCES
from tests.sheets.seed_prose import SEED_PROSE
from tests.sheets.short import SHEETS as SHORT_SHEETS
from tests.sheets.short import Counts, Sheet
from tests.sheets.short_figures import SHORT_FIGURES, Numbers

SEED_ROWS: tuple[Row, ...] = (*_FACTS, *SEED_PROSE)
SEED_ID = "k7m2qa"
SECOND_ID = "m4s8td"

__all__ = [
    "FOLDER",
    "SECOND_ID",
    "SECOND_ROWS",
    "SECOND_SOURCES",
    "SEED_ID",
    "SEED_ROWS",
    "SEED_SOURCES",
    "SHORT_FIGURES",
    "SHORT_SHEETS",
    "Counts",
    "Numbers",
    "Row",
    "Sheet",
    "claims_for",
    "demo_records",
    "described",
    "dossier_text",
    "prose",
    "row",
    "second_record",
    "seed_record",
    "short_records",
    "words_of",
]
