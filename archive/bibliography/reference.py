"""What a bibliography says of one document, and its flat form: one text for each name. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from archive.record import Publication, Source
from archive.vocabulary import PublicationKind, SourceKind

#: An entry as it stands in a file: what is under each of the format's names. It can be written as JSON.
Entry = Mapping[str, Any]
#: What is said of a source and its publication, by the names below; what is not said is not there.
Flat = dict[str, str]

OF_SOURCE = (
    "key",
    "kind",
    "title",
    "description",
    "language",
    "published",
    "version",
    "url",
    "archive_url",
    "note",
)
OF_PUBLICATION = ("key", "name", "kind", "url", "licence")
AUTHORS = "authors"
PUBLICATION = "publication-"
NAMES = (*OF_SOURCE, AUTHORS, *(f"{PUBLICATION}{name}" for name in OF_PUBLICATION))

#: Of which kind a publication is taken to be that issues sources of this kind.
ISSUERS: Mapping[str, PublicationKind] = {
    SourceKind.ARTICLE: PublicationKind.NEWSPAPER,
    SourceKind.HEADLINE: PublicationKind.NEWSPAPER,
    SourceKind.ANALYSIS: PublicationKind.NEWSPAPER,
    SourceKind.ENCYCLOPEDIA: PublicationKind.ENCYCLOPEDIA,
    SourceKind.STATEMENT: PublicationKind.ORGANISATION,
    SourceKind.REPORT: PublicationKind.ORGANISATION,
    SourceKind.POST: PublicationKind.PLATFORM,
    SourceKind.DATASET_ROW: PublicationKind.DATASET,
}


class BibliographyError(ValueError):
    """A bibliography that cannot be read: one line for each problem, with its entry and field."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with its publication. `entry` is the entry that it was read from, of the format of that name.

    `flags` say in plain sentences what of the entry the source could not take over; the entry keeps it.
    """

    source: Source
    publication: Publication | None = None
    format: str = ""
    entry: Entry | None = None
    flags: tuple[str, ...] = ()


def flat(reference: Reference) -> Flat:
    """What the source and its publication say, by name; what is empty is left out."""
    said = {name: getattr(reference.source, name) or "" for name in OF_SOURCE}
    said[AUTHORS] = "\n".join(reference.source.authors)
    if reference.publication:
        said |= {
            f"{PUBLICATION}{name}": getattr(reference.publication, name) or "" for name in OF_PUBLICATION
        }
    return {name: str(value) for name, value in said.items() if value}


def reference(said: Flat, label: str, format: str, entry: Entry, flags: Sequence[str]) -> Reference:
    """The reference that says this. Raises BibliographyError, naming the entry by its label."""
    own = {name: said[name] for name in OF_SOURCE if name in said}
    issuer = {name: said[f"{PUBLICATION}{name}"] for name in OF_PUBLICATION if f"{PUBLICATION}{name}" in said}
    authors = tuple(said[AUTHORS].split("\n")) if AUTHORS in said else ()
    try:
        publication = Publication.model_validate(issuer) if issuer else None
        source = Source.model_validate(own | {"authors": authors, "publication": issuer.get("key")})
    except ValidationError as error:
        raise BibliographyError([_problem(label, detail) for detail in error.errors()]) from error
    return Reference(source, publication, format, entry, tuple(flags))


def _problem(label: str, detail: Any) -> str:
    place = ".".join(str(step) for step in detail["loc"])
    message = detail["msg"].removeprefix("Value error, ")
    return f"{label}: {place}: {message}" if place else f"{label}: {message}"
