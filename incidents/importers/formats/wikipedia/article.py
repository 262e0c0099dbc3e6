"""One revision of an article, and where it is read from. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

#: How an export names the language of its wiki.
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class ArticleError(ValueError):
    """An article that cannot be read, with what to do, in one sentence."""


@dataclass(frozen=True, slots=True)
class Article:
    """`revision` is the revision's number, `day` the day on which it was saved, in EDTF, or empty."""

    title: str
    text: str
    revision: str = ""
    day: str = ""
    language: str = "en"
    page: str = ""

    @property
    def url(self) -> str:
        """The address of this very revision."""
        return f"{self.wiki}w/index.php?title={quote(self.title.replace(' ', '_'))}&oldid={self.revision}"

    @property
    def wiki(self) -> str:
        return f"https://{self.language}.wikipedia.org/"


def from_export(content: bytes) -> Article:
    """The article in MediaWiki's XML export, in its newest revision. Raises ArticleError.

    https://www.mediawiki.org/wiki/Help:Export
    """
    try:
        root = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise ArticleError(f"This is not an XML export that can be read: {error}") from error
    pages = list(_children(root, "page"))
    if len(pages) != 1:
        raise ArticleError(f"The export holds {len(pages)} pages: export one article by itself.")
    return _article(pages[0], root.get(LANGUAGE) or "en")


def _article(page: Element, language: str) -> Article:
    revisions = sorted(_children(page, "revision"), key=lambda revision: _text(revision, "timestamp"))
    if not revisions or not _text(page, "title"):
        raise ArticleError("The export names no title, or holds no revision: export the article again.")
    newest = revisions[-1]
    return Article(
        title=_text(page, "title"),
        text=_text(newest, "text"),
        revision=_text(newest, "id"),
        day=_day(_text(newest, "timestamp")),
        language=language,
        page=_text(page, "id"),
    )


def _children(element: Element, name: str) -> Iterator[Element]:
    """Those of this name, in whichever version of the export's namespace."""
    return (child for child in element if str(child.tag).rpartition("}")[2] == name)


def _text(element: Element, name: str) -> str:
    return next((child.text or "" for child in _children(element, name)), "").strip()


def _day(timestamp: str) -> str:
    try:
        return datetime.fromisoformat(timestamp).date().isoformat()
    except ValueError:
        return ""
