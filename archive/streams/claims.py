"""Claims and their citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import orjson

from archive.answers.citations import citation_of
from archive.columns import CITATIONS, CLAIMS, Document
from archive.columns.documents import spread
from archive.models import CitationEntry, ClaimEntry
from archive.streams.export import Export, Keys
from archive.streams.known import KnownSources


class Claims(Export):
    table = CLAIMS
    model = ClaimEntry

    def documents(self, keys: Keys) -> Sequence[Document]:
        return [spread(claim) for claim in super().documents(keys)]


class Citations(Export):
    """Citations, by the claims that they are of."""

    table = CITATIONS
    model = CitationEntry
    ordering = ("claim_id", "number")
    stored = False

    def __init__(self) -> None:
        self.sources = KnownSources()

    def texts(self, keys: Keys) -> Sequence[str]:
        return [orjson.dumps(citation_of(claim, number)).decode() for claim, number in self._found(keys)]

    def documents(self, keys: Keys) -> Sequence[Document]:
        found = [
            (spread(claim), number, claim["citations"][number - 1]) for claim, number in self._found(keys)
        ]
        sources = self.sources.these(citation["source"] for _, _, citation in found)
        return [
            {"claim": claim, "position": number, "citation": citation, "source": sources[citation["source"]]}
            for claim, number, citation in found
        ]

    def _found(self, keys: Keys) -> Iterator[tuple[Document, int]]:
        """Of each key the answer about its claim, and the number of the citation there."""
        rows = self.columns(keys, "claim__body", "number")
        claims = {body: orjson.loads(body) for body, _ in rows.values()}
        return ((claims[body], number) for body, number in (rows[key] for key in keys))
