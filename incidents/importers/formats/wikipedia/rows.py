"""One article as an entry, and the format itself."""

from __future__ import annotations

from dataclasses import replace

from archive.record import Publication
from archive.vocabulary import PublicationKind
from incidents.importers.formats.wikipedia.article import article_of
from incidents.importers.formats.wikipedia.drafting import read_article
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.entry import Cells, Entry
from incidents.importers.parsing.format import Format
from incidents.importers.reading.pages import COLUMNS


def parse(cells: Cells, dataset: Dataset) -> Entry:
    """The entry of one article, in a release of its own. Raises RowError."""
    article = article_of(cells)
    return replace(read_article(article, dataset.publication), release=article.revision)


WIKIPEDIA = Format(
    name="wikipedia",
    label="Wikipedia: articles on events (XML export)",
    publication=Publication(
        key="wikipedia",
        name="Wikipedia",
        kind=PublicationKind.ENCYCLOPEDIA,
        url="https://www.wikipedia.org/",
    ),
    redistributable=True,
    variants=(COLUMNS,),
    needed=frozenset({"title", "text"}),
    parse=parse,
    release_of=lambda file: "",
    pages=True,
    whole=False,
    numbered=True,
    title="title",
    drafts="Articles become drafts, which an editor looks over: import them without publishing them.",
)
