"""The numbered references of a page: one number for each source, one letter for each passage cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archive.record import BaseClaim, Citation, Record, Source
from archive.wording import date_text, source_labels


@dataclass(frozen=True, slots=True)
class Passage:
    """A place within a source. `marker` is “2”, or “2a” where the source is cited at several places."""

    marker: str
    locator: str
    claims: tuple[int, ...]
    """The numbers of the claims that cite it, in page order: the back-links."""


@dataclass(frozen=True, slots=True)
class Reference:
    number: int
    source: Source
    passages: tuple[Passage, ...]

    @property
    def claims(self) -> tuple[int, ...]:
        """Every claim that cites the source, once, in the order of its passages."""
        return tuple(dict.fromkeys(claim for passage in self.passages for claim in passage.claims))


@dataclass(frozen=True, slots=True)
class References:
    """The list of references, and the passage that each citation points to."""

    listed: tuple[Reference, ...]
    by_citation: Mapping[tuple[str, str], Passage]

    def passage(self, citation: Citation) -> Passage:
        """Where the citation points. Raises KeyError if it was not numbered."""
        return self.by_citation[citation.source, citation.locator]

    def passages(self, claim: BaseClaim) -> tuple[Passage, ...]:
        """The passages that a claim cites, each once, in the order of its citations."""
        return tuple(dict.fromkeys(self.passage(citation) for citation in claim.citations))


def number_references(record: Record, claims: Iterable[BaseClaim] | None = None) -> References:
    """The references of a page that shows `claims` in this order; of all the record's claims by default."""
    cited: dict[str, dict[str, dict[int, None]]] = {}
    for claim in record.claims if claims is None else claims:
        for citation in claim.citations:
            passages = cited.setdefault(citation.source, {})
            passages.setdefault(citation.locator, {})[claim.number] = None
    sources = {source.key: source for source in record.sources}
    listed = tuple(
        Reference(number, sources[key], tuple(_passages(number, passages)))
        for number, (key, passages) in enumerate(cited.items(), start=1)
    )
    return References(listed, {(r.source.key, p.locator): p for r in listed for p in r.passages})


def _passages(number: int, claims_by_locator: Mapping[str, Iterable[int]]) -> Iterator[Passage]:
    for index, (locator, claims) in enumerate(claims_by_locator.items()):
        letter = _letters(index) if len(claims_by_locator) > 1 else ""
        yield Passage(f"{number}{letter}", locator, tuple(claims))


def _letters(index: int) -> str:
    """a, b, … z, aa, ab, …"""
    before, last = divmod(index, 26)
    return (_letters(before - 1) if before else "") + chr(ord("a") + last)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The parts of a bibliographic entry, as plain text; what is not known is empty."""

    authors: str
    title: str
    """As printed, without quotation marks."""
    description: str
    publication: str
    published: str
    version: str
    kind: str
    language: str
    relies_on: tuple[str, ...]
    """“credits Associated Press”, “quotes …”."""
    url: str
    archive_url: str
    note: str

    @property
    def line(self) -> str:
        """The entry in one line."""
        title = f"“{self.title}”" if self.title else self.description
        parts = (self.authors, title, self.publication, self.published, self.version)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Names:
    """What the publications and sources of a record are called, by key."""

    record: Record

    @cached_property
    def publications(self) -> Mapping[str, str]:
        return {publication.key: publication.name for publication in self.record.publications}

    @cached_property
    def sources(self) -> Mapping[str, str]:
        return source_labels(self.record)


def format_source(source: Source, names: Names) -> SourceText:
    """The source's bibliographic entry, with names in place of the record's keys."""
    return SourceText(
        authors=", ".join(source.authors),
        title=source.title,
        description=source.description,
        publication=names.publications[source.publication] if source.publication else "",
        published=date_text(source.published) if source.published else "",
        version=source.version,
        kind=source.kind.label,
        language=source.language or "",
        relies_on=tuple(_reliances(source, names)),
        url=source.url or "",
        archive_url=source.archive_url or "",
        note=source.note,
    )


def _reliances(source: Source, names: Names) -> Iterator[str]:
    for relation in source.relies_on:
        key, publication = relation.source, relation.publication or ""
        yield f"{relation.how.label} {names.sources[key] if key else names.publications[publication]}"
