"""A wiki's XML export as a table: one row for each article, however large the file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from incidents.importers.reading.errors import FileError
from incidents.importers.reading.limits import Limits
from incidents.importers.reading.pages import COLUMNS, Page
from incidents.importers.reading.rows import Split
from incidents.importers.reading.streams import CHUNK, Damaged, Stream, sample_of

ENDINGS = (".xml",)
ROOT = "mediawiki"
WIKI = re.compile(r"https?://(?!www\.)(?P<language>[a-z-]+)\.(?:m\.)?wikipedia\.org(?:/|$)")
#: Elements lie no deeper in one another in an export.
DEEPEST = 20
HOW = "export articles from Wikipedia’s page Special:Export"


class Export:
    """`split` begins anew each time. `is_xml`: whether the file is XML at all, by its beginning."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        with closing(self._open()) as stream:
            sample = sample_of(stream, CHUNK)
        self.is_xml = sample.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<")

    @property
    def bytes_total(self) -> int:
        return self._stream.bytes_total

    @property
    def bytes_read(self) -> int:
        return self._stream.bytes_read

    def _open(self) -> Stream:
        self._stream = Stream(self._path, ENDINGS, self._limits)
        return self._stream

    def split(self) -> Iterator[Split]:
        """The names of the columns, and then the articles. Raises FileError."""
        yield Split(1, COLUMNS)
        with closing(self._open()) as stream:
            rows = _rows(stream, self._limits)
            first = next(rows, None)
            if first is None:
                raise FileError(f"holds no article; {HOW}, each title exactly as it stands there")
            yield first
            yield from rows

    def close(self) -> None:
        self._stream.close()


def _rows(stream: Stream, limits: Limits) -> Iterator[Split]:
    """The articles, each as soon as it was read. Raises FileError behind the last whole one."""
    parser = DefusedExpatParser()
    pages = _Pages(parser.getLineNumber, limits)
    parser.setContentHandler(pages)
    try:
        while chunk := stream.read(CHUNK):
            parser.feed(chunk)
            pages.refuse_endless(len(chunk))
            yield from pages.taken()
        parser.close()
    except SAXParseException as error:
        yield from pages.taken()
        where = f"line {error.getLineNumber()}: {error.getMessage()}"
        raise Damaged(f"is XML that is damaged or cut off ({where}); get the file again") from error
    except (DefusedXmlException, LookupError, ValueError) as error:
        raise FileError(f"is XML of a kind that no export is; {HOW}") from error


class _Pages(ContentHandler):
    """Gathers what an export says of its pages; `line` tells where the parser is.

    Of any text no more is kept than shows that it is too long. Raises FileError for what is no export.
    """

    def __init__(self, line: Callable[[], int | None], limits: Limits) -> None:
        super().__init__()
        self._line, self._limits = line, limits
        self._ready: list[Split] = []
        self._language = "en"
        self._path: list[str] = []
        self._said: list[str] = []
        self._length = self._silent = 0
        self._page = Page(0)
        self._revision: dict[str, str] = {}

    def taken(self) -> list[Split]:
        """The articles that ended since this was asked last."""
        taken, self._ready = self._ready, []
        return taken

    def refuse_endless(self, size: int) -> None:
        """Raise FileError where nothing but one tag or comment has been read for too long."""
        self._silent += size
        if self._silent > self._limits.row:
            raise FileError(f"has a tag or a comment of more than {self._limits.row:,} bytes; {HOW}")

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        self._path.append(name)
        self._begin_text()
        if len(self._path) > DEEPEST:
            raise FileError(f"has elements that lie too deep in one another; {HOW}")
        match self._path:
            case [root]:
                self._begin(root, attrs)
            case [_, "page"]:
                self._page = Page(self._line() or 0)
            case [_, "page", "redirect"]:
                self._page.redirect = attrs.get("title") or "?"
            case [_, "page", "revision"]:
                self._revision = {}

    def endElement(self, name: str) -> None:
        said = "".join(self._said).strip()
        match self._path:
            case [_, "siteinfo", "base"]:
                self._language = _language(said)
            case [_, "page", ("title" | "ns" | "id") as what]:
                self._page.own[what] = said
            case [_, "page", "revision", ("id" | "timestamp" | "text") as what]:
                self._revision[what] = said
            case [_, "page", "revision"]:
                self._page.take(self._revision)
            case [_, "page"] if self._page.is_article:
                self._ready.append(self._page.row(self._language, self._limits))
        self._path.pop()
        self._begin_text()

    def characters(self, content: str) -> None:
        self._silent = 0
        if self._length <= self._limits.cell:
            self._said.append(content)
            self._length += len(content)

    def _begin_text(self) -> None:
        self._said.clear()
        self._length = self._silent = 0

    def _begin(self, root: str, attrs: AttributesImpl) -> None:
        if root != ROOT:
            raise FileError(f"is no export of a wiki, for it begins with <{root[:40]}>; {HOW}")
        self._language = attrs.get("xml:lang") or self._language


def _language(base: str) -> str:
    """The language in the address of a wiki's main page. Raises FileError for another wiki than Wikipedia."""
    if found := WIKI.match(base):
        return found["language"]
    raise FileError(f"is an export of “{base[:80]}”, which is no Wikipedia; {HOW}")
