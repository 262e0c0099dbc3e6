"""What the archive must know of a format: whose dataset it is, its columns, and how a row is parsed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archive.record import Publication
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.entry import Cells, Entry

#: Makes the entry of one row. Raises RowError.
Parse = Callable[[Cells, Dataset], Entry]


@dataclass(frozen=True, slots=True)
class Format:
    """A dataset's format.

    `variants` are the lists of columns that files of it come with, the usual one first; the columns of
    `needed` must be there in any case. `redistributable`: whether the dataset's licence lets the archive
    publish what the rows say, unless the operator declares another. `release_of` reads the release out of a
    file's name, and is empty where it says none. What stands in the columns of `volatile` may differ from
    file to file without a word of the row having changed. `mapping` is the text of the mapping file that
    describes the format, where one does. `pages`: whether a file may also be a wiki's XML export, whose pages
    are the rows. `whole`: whether a file holds the whole dataset, so that rows that it has not have vanished.
    `numbered`: whether releases are numbers, so that an older one than the archive has is told.
    `title` is the column of the row's own title, where it has one. `drafts` says, in a sentence, why an
    import publishes no row; it is empty where one may.
    """

    name: str
    label: str
    publication: Publication
    redistributable: bool
    variants: Sequence[Sequence[str]]
    needed: frozenset[str]
    parse: Parse
    release_of: Callable[[str], str]
    volatile: frozenset[str] = frozenset()
    mapping: str = ""
    pages: bool = False
    whole: bool = True
    numbered: bool = False
    title: str = ""
    drafts: str = ""
