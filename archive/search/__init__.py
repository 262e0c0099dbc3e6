"""Finding incidents by words: the same rules for what is stored and for what is typed. Pure.

A text becomes terms (`words`), an incident's published texts stand in columns (`texts`), which both engines
keep as lines of terms (`lines`); what a reader typed becomes needles (`query`); `snippets` shows where they
were found, `spelling` what a mistyped name may have meant.
"""

from archive.search.columns import COLUMNS, Column
from archive.search.query import BadQuery, Needle, Query, parsed

__all__ = ["COLUMNS", "BadQuery", "Column", "Needle", "Query", "parsed"]
