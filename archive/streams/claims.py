"""Claims and their citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import orjson

from archive.answers.citations import citation_of
from archive.columns import CITATIONS, CLAIMS, Document
from archive.columns.documents import spread
from archive.models import CitationEntry, ClaimEntry
from archive.streams.export import Export, Some
from archive.streams.known import KnownSources


class Claims(Export):
    table = CLAIMS
    model = ClaimEntry

    def documents(self, some: Some) -> Iterable[Document]:
        return map(spread, super().documents(some))


class Citations(Export):
    """Citations, by the claims that they are of."""

    table = CITATIONS
    model = CitationEntry
    ordering = ("claim_id", "number")
    read = ("claim__body", "number")
    stored = False

    def __init__(self) -> None:
        self.sources = KnownSources()

    def texts(self, some: Some) -> Sequence[str]:
        return [orjson.dumps(citation_of(claim, number)).decode() for claim, number in _claims(some)]

    def documents(self, some: Some) -> Iterable[Document]:
        found = [(spread(claim), number, claim["citations"][number - 1]) for claim, number in _claims(some)]
        sources = self.sources.these(citation["source"] for _, _, citation in found)
        return [
            {"claim": claim, "position": number, "citation": citation, "source": sources[citation["source"]]}
            for claim, number, citation in found
        ]


def _claims(some: Some) -> Iterator[tuple[Document, int]]:
    """Of each citation the answer about its claim, read once for all that follow, and its number."""
    for body, rows in groupby(some, key=itemgetter(0)):
        claim = orjson.loads(body)
        yield from ((claim, number) for _, number in rows)
