"""The tags in a page's head by which reference managers and search engines know what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archive.citing.work import Work
from archive.language import in_english

DESCRIPTION = "What each source says, who said it and when, and how the archive's figures follow."


class Tag(NamedTuple):
    """One tag; `attribute` is what holds its name: OpenGraph's are a `property`."""

    attribute: str
    name: str
    content: str


@in_english
def tags(work: Work) -> list[Tag]:
    """Highwire Press and OpenGraph for the page of the edition."""
    highwire = [Tag("name", name, content) for name, content in _highwire(work)]
    return highwire + [Tag("property", name, content) for name, content in _open_graph(work)]


def _highwire(work: Work) -> Iterator[tuple[str, str]]:
    """As Google Scholar describes them: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing."""
    yield "citation_title", work.record.title
    if work.archive:
        yield "citation_author", work.archive
    yield "citation_publication_date", work.day.isoformat().replace("-", "/")
    yield "citation_public_url", work.seen
    yield "citation_language", "en"


def _open_graph(work: Work) -> Iterator[tuple[str, str]]:
    """https://ogp.me: a “website”, because Zotero takes what calls itself an article for one in a journal."""
    yield "og:type", "website"
    yield "og:title", work.record.title
    yield "og:description", DESCRIPTION
    yield "og:url", work.page
    if work.archive:
        yield "og:site_name", work.archive
