"""One revision of an article, as a row says it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import required, text
from incidents.importers.parsing.entry import Cells, RowError

#: The languages of wikis are named so: https://meta.wikimedia.org/wiki/List_of_Wikipedias
LANGUAGE = re.compile(r"[a-z]{2,12}(?:-[a-z]{2,12}){0,2}")
#: Wikis that are not called by the language that they are written in.
WRITTEN_IN = {"simple": "en"}
NUMBER = re.compile(r"[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class Article:
    """`revision` is the revision's number, `day` the day on which it was saved, in EDTF, or empty.

    `page` is the number of its page, which it keeps under every title; empty where it is not known.
    """

    title: str
    text: str
    revision: str = ""
    day: str = ""
    language: str = "en"
    page: str = ""

    @property
    def id(self) -> str:
        """What tells it from all other articles, of any language."""
        return naming.key_of(self.language, self.page or self.title)

    @property
    def key(self) -> str:
        """The same among all that the archive holds."""
        return naming.key_of("wikipedia", self.language, self.page or self.title)

    @property
    def written_in(self) -> str:
        return WRITTEN_IN.get(self.language, self.language)

    @property
    def url(self) -> str:
        """The address of this very revision."""
        return f"{self.wiki}w/index.php?title={quote(self.title.replace(' ', '_'))}&oldid={self.revision}"

    @property
    def wiki(self) -> str:
        return f"https://{self.language}.wikipedia.org/"


def article_of(cells: Cells) -> Article:
    """The article in the row. Raises RowError."""
    language = text(cells, "language") or "en"
    if not LANGUAGE.fullmatch(language):
        raise RowError(f"language: “{language[:80]}” is not the language of a Wikipedia, such as “en”")
    if not cells.get("text", "").strip():
        raise RowError("text: is empty; export the article again")
    return Article(
        title=required(cells, "title"),
        text=cells["text"],
        revision=_number(cells, "revision"),
        day=text(cells, "date"),
        language=language,
        page=_number(cells, "page"),
    )


def _number(cells: Cells, column: str) -> str:
    """The number in the cell, or nothing. Raises RowError."""
    found = text(cells, column)
    if found and not NUMBER.fullmatch(found):
        raise RowError(f"{column}: “{found[:80]}” is not its number in the wiki")
    return found
