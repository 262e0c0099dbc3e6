"""The reports that a row rests on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from archive.record import Publication, Source
from archive.vocabulary import SourceKind
from incidents.importers.formats.mapped.reader import Reader
from incidents.importers.formats.mapping.model import Report
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import day

ADDRESS = re.compile(r"https?://[^\s\"<>\\^`{|}]{1,1900}")


def reports_of(reader: Reader) -> Iterator[tuple[Publication | None, Source]]:
    """The reports that the row names. Raises RowError."""
    for given in reader.mapping.source:
        title, address = reader.words(given.title), reader.words(given.url)
        if title or address:
            yield _report(reader, given, title, address)


def _report(reader: Reader, given: Report, title: str, address: str) -> tuple[Publication | None, Source]:
    """An address that is none is kept in the note."""
    issuer = reader.words(given.publication)
    publication = naming.publication(issuer, given.kind) if issuer else None
    mark = hashlib.sha256(f"{title}\n{address}".encode()).hexdigest()[:10]
    url = address if ADDRESS.fullmatch(address) else None
    source = Source(
        key=naming.key_of(issuer, mark) if issuer else f"report-{mark}",
        kind=SourceKind.ARTICLE if url else SourceKind.HEADLINE,
        title=title,
        description="" if title else f"Report at {address}",
        publication=publication.key if publication else None,
        published=_published(reader, given),
        url=url,
        note="" if url or not address else f"Named as “{address}”.",
    )
    return publication, source


def _published(reader: Reader, given: Report) -> str | None:
    if given.published is None or not reader.text(given.published):
        return None
    return day(reader.cells, given.published, *reader.mapping.date_forms).isoformat()
