"""The articles that a row rests on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from archive.dates import DateError, bounds
from archive.record import Source
from archive.vocabulary import (
    PublicationKind,
    SourceKind,
)
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import text
from incidents.importers.parsing.entry import Cells

#: Offices by the names under which the archive knows the publications already.
OFFICES = {
    "Associated Press Newswires": "Associated Press",
    "Reuters News": "Reuters",
    "Xinhua News Agency": "Xinhua",
}
AGENCIES = ("Agence France Presse", "Associated Press", "Press Trust of India", "Reuters", "Xinhua")
ARTICLE = re.compile(r'"([^,"]*),(\d{4}-\d\d-\d\d),((?:[^"]|"(?!;"|$))*)"(?:;|$)')


def articles_of(cells: Cells) -> Iterator[tuple[Any, Source]]:
    """The publication and the headline of each article in “"office,day,headline";"office,day,headline"”.

    A cell in any other form is free text, and yields none.
    """
    cell = text(cells, "source_article")
    found = [(office.strip(), day, headline.strip()) for office, day, headline in ARTICLE.findall(cell)]
    if ARTICLE.sub("", cell).strip() or not all(_is_day(day) for _, day, _ in found):
        return
    for office, published, headline in found:
        yield _article(office, published, headline)


def _is_day(words: str) -> bool:
    try:
        return bounds(words).is_dated
    except DateError:
        return False


def _article(office: str, published: str, headline: str) -> tuple[Any, Source]:
    name = OFFICES.get(office, office) or "Unnamed office"
    kind = PublicationKind.NEWS_AGENCY if name in AGENCIES else PublicationKind.NEWSPAPER
    publication = naming.publication(name[:300], kind)
    mark = hashlib.sha256(headline.encode()).hexdigest()[:8]
    source = Source(
        key=naming.key_of(publication.key, published, mark),
        kind=SourceKind.HEADLINE,
        title=shortened(headline),
        description="" if headline else f"Report of {name}, known through UCDP’s list of sources",
        publication=publication.key,
        published=published,
        note="Known through UCDP’s list of sources.",
    )
    return publication, source


def shortened(line: str, longest: int = 2000) -> str:
    return line if len(line) <= longest else line[: longest - 1] + "…"
