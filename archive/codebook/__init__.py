"""The codebook: every part of a record with its fields, and every closed list with its words.

It follows from the JSON Schema of the record and from the vocabulary; nothing of it is written twice.
"""

from archive.codebook.book import Codebook, codebook
from archive.codebook.fields import Field
from archive.codebook.lists import Word, WordList
from archive.codebook.parts import PartEntry

__all__ = ["Codebook", "Field", "PartEntry", "Word", "WordList", "codebook"]
