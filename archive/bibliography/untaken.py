"""What an entry says that no field of a source takes over. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive.bibliography.carrying import OWN, is_own
from archive.bibliography.doi import RESOLVER
from archive.bibliography.formats import FORMATS
from archive.bibliography.reference import Reference

#: How people call what RIS has under its tags; any other name is shown as it stands.
CALLED: Mapping[str, str] = {
    "AB": "abstract",
    "DO": "DOI",
    "EP": "last page",
    "IS": "issue",
    "KW": "keywords",
    "N1": "note",
    "N2": "abstract",
    "SN": "ISSN",
    "SP": "first page",
    "VL": "volume",
    "Y2": "day of access",
    "doi": "DOI",
    "issn": "ISSN",
}


def untaken(reference: Reference) -> tuple[str, ...]:
    """What the entry says besides, each by its name, once, in the entry's order."""
    return tuple(dict.fromkeys(CALLED.get(name, name) for name in _names(reference)))


def _names(reference: Reference) -> Iterator[str]:
    """The entry's names that say nothing of the source; those of the archive are none."""
    form = FORMATS[reference.format]
    known = {name for names in form.fields.values() for name in names}
    is_by_doi = (reference.source.url or "").startswith(RESOLVER)
    for name, value in (reference.entry or {}).items():
        is_taken = name in known or (is_by_doi and name.lower() in ("doi", "do"))
        if not is_taken and not _is_own(name, value):
            yield name


def _is_own(name: str, value: object) -> bool:
    """Whether it stands under the archive's own names, or holds nothing but these."""
    match value:
        case [*notes]:
            return all(is_own(str(note)) for note in notes)
        case {**within}:
            return all(str(inner).startswith(OWN) for inner in within)
    return name.startswith(OWN)
