"""The reports that a row rests on: scite1 to scite3, each a citation in words.

Most read “"Headline," Publication, May 5, 2012.”, some with an author before. What reads otherwise is kept as
it stands, as the description of a report.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from archive.record import Publication, Source
from archive.vocabulary import PublicationKind, SourceKind
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import text
from incidents.importers.parsing.entry import Cells
from incidents.importers.parsing.written import written_date

COLUMNS = ("scite1", "scite2", "scite3")
CITATION = re.compile(
    r"(?P<author>[^\"“”]*?),?\s*[\"“]+(?P<title>.+?),?[\"”]+,?\s*(?P<publication>[^\"“”]+?),\s*"
    r"(?P<day>[A-Za-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Za-z]+ \d{4}|[A-Za-z]+ \d{4})\.?"
)
NOTE = "Known through GTD’s list of sources."

#: A report, and the publication that printed it where it is named.
Report = tuple[Publication | None, Source]


def reports_of(cells: Cells) -> Sequence[Report]:
    """The reports, each once, in their order."""
    found = {source.key: (publication, source) for publication, source in _reports(cells)}
    return tuple(found.values())


def _reports(cells: Cells) -> Iterator[Report]:
    for column in COLUMNS:
        citation = text(cells, column)
        if citation:
            yield _printed(citation) or (None, _unread(citation))


def _printed(citation: str) -> Report | None:
    found = CITATION.fullmatch(citation) if len(citation) <= 2000 else None
    day = written_date(found["day"]) if found else None
    if not found or not day or len(found["publication"]) > 300:
        return None
    publication = naming.publication(found["publication"], PublicationKind.NEWSPAPER)
    author = found["author"].strip()
    source = Source(
        key=naming.key_of(publication.key, day, _mark(found["title"])),
        kind=SourceKind.HEADLINE,
        title=found["title"],
        publication=publication.key,
        authors=(author,) if 0 < len(author) <= 300 else (),
        published=day,
        note=NOTE,
    )
    return publication, source


def _unread(citation: str) -> Source:
    words = citation if len(citation) <= 2000 else citation[:1999] + "…"
    return Source(key=f"report-{_mark(citation)}", kind=SourceKind.REPORT, description=words, note=NOTE)


def _mark(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:8]
