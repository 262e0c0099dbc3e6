"""What the page of an edition says of how to cite it, to readers and to their programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from archive.addresses import (
    absolute,
    api_claim_path,
    edition_path,
    references_path,
    source_path,
    twin_path,
)
from archive.asked import Asked
from archive.catalogue import work_of
from archive.citing import BIBLIOGRAPHIES, TWINS, Line, Tag, Twin, Work, event_data, in_html, tags
from archive.models import Edition
from archive.record import Record


@dataclass(frozen=True, slots=True)
class File:
    """A file to fetch: what its format is called, and where it is."""

    label: str
    href: str


class Address(str):
    """A whole address, to be copied; `href` leads there on whichever host the page was asked for."""

    @property
    def href(self) -> str:
        return self.removeprefix(settings.SITE_URL)


@dataclass(frozen=True)
class Citation:
    """One edition, as the reader asked to see it."""

    work: Work

    @cached_property
    def line(self) -> Line:
        return self.work.line

    @property
    def bibliographies(self) -> Sequence[File]:
        """This edition as it is seen, for a list of references."""
        asked = self.work.seen.removeprefix(self.work.address)
        return [File(file.label, file.href + asked) for file in _files(self._page, BIBLIOGRAPHIES.values())]

    @property
    def references(self) -> Sequence[File]:
        """What this edition cites."""
        return [File(twin.label, references_path(self._page, end)) for end, twin in BIBLIOGRAPHIES.items()]

    @property
    def data(self) -> Sequence[File]:
        """What this edition says, for programs."""
        return _files(self._page, [twin for end, twin in TWINS.items() if end not in BIBLIOGRAPHIES])

    @property
    def claim(self) -> int | None:
        """The number of a claim, as an example."""
        return self.work.record.claims[0].number if self.work.record.claims else None

    @property
    def address(self) -> Address:
        return Address(self.line.address)

    @property
    def claim_address(self) -> Address:
        return Address(f"{self.work.address}#claim-{self.claim}")

    @property
    def claim_data(self) -> Address:
        return Address(absolute(api_claim_path(self.work.record.id, self.claim or 0), settings.SITE_URL))

    @property
    def tags(self) -> Sequence[Tag]:
        return tags(self.work)

    @property
    def event(self) -> SafeString:
        return mark_safe(in_html(event_data(self.work)))  # noqa: S308 -- holds no character that HTML would take for its own

    @property
    def licence(self) -> str:
        return str(settings.DATA_LICENCE)

    @property
    def _page(self) -> str:
        return edition_path(self.work.record.id, self.work.edition)


def citation_of(record: Record, edition: Edition, asked: Asked) -> Citation:
    return Citation(work_of(record, edition, asked))


def files_of_source(key: str) -> Sequence[File]:
    """A source, for a list of references."""
    return _files(source_path(key), BIBLIOGRAPHIES.values())


def _files(page: str, twins: Iterable[Twin]) -> Sequence[File]:
    return [File(twin.label, twin_path(page, twin.ending)) for twin in twins]
