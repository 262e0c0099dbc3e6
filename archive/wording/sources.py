"""Sources by short names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from archive.record import Record, Source


def source_labels(record: Record) -> Mapping[str, str]:
    """A short name for each source, by key.

    It is the publication's name where the record holds one source of it, else the title, else what it is.
    """
    names = {publication.key: publication.name for publication in record.publications}
    issued = Counter(source.publication for source in record.sources)
    return {
        source.key: names[source.publication]
        if source.publication and issued[source.publication] == 1
        else source_title(source)
        for source in record.sources
    }


def source_title(source: Source) -> str:
    """The title in quotation marks; where it is not known, what the source is."""
    return f"“{source.title}”" if source.title else source.description
