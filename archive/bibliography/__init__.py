"""Bibliographies: sources from RIS, BibTeX and CSL-JSON, and out again without loss. Pure.

An entry says what it can in its format's own fields, which every reference manager reads. What these cannot
say (the source's kind among the archive's, an uncertain date, the publication's key) stands in the same entry
under names that begin with “archive-”, so that reading what was written gives the same source. The other way
round, an entry that was read is kept as it stood: what a source has no place for goes out with it again.
"""

from archive.bibliography.formats import FORMATS, format_of
from archive.bibliography.reading import read
from archive.bibliography.reference import BibliographyError, Reference
from archive.bibliography.telling import format_in
from archive.bibliography.writing import write, written

__all__ = ["FORMATS", "BibliographyError", "Reference", "format_in", "format_of", "read", "write", "written"]
