"""The codebook: every part of a record with its fields, every closed list, and the tables of the downloads.

It follows from the JSON Schema of the record, the vocabulary and the columns; nothing of it is written twice.
"""

from archive.codebook.book import Codebook, codebook
from archive.codebook.fields import Field
from archive.codebook.lists import Word, WordList
from archive.codebook.parts import PartEntry
from archive.codebook.tables import ColumnEntry, TableEntry

__all__ = [
    "Codebook",
    "ColumnEntry",
    "Field",
    "PartEntry",
    "TableEntry",
    "Word",
    "WordList",
    "codebook",
]
