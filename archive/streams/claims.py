"""Claims and their citations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from archive.columns import CITATIONS, CLAIMS, Document
from archive.columns.documents import spread
from archive.models import ClaimEntry
from archive.streams.export import Export, Keys, RowExport
from archive.streams.known import KnownSources


class Claims(Export):
    table = CLAIMS
    model = ClaimEntry

    def documents(self, keys: Keys) -> Sequence[Document]:
        return [spread(claim) for claim in super().documents(keys)]


class Citations(RowExport):
    """Every citation of the claims that were found, or those of `only` these sources, if there are any."""

    table = CITATIONS
    model = ClaimEntry

    def __init__(self, only: Collection[str] = ()) -> None:
        self.only = only
        self.sources = KnownSources()

    def count(self, found: QuerySet[Any]) -> int | None:
        """The catalogue counts claims; their citations stand in their answers alone."""
        return None

    def documents(self, keys: Keys) -> Sequence[Document]:
        return list(self._citations(Claims().documents(keys)))

    def _citations(self, claims: Sequence[Document]) -> Iterator[Document]:
        cited = {citation["source"] for claim in claims for citation in claim["citations"]}
        sources = self.sources.these(cited)
        for claim in claims:
            for position, citation in enumerate(claim["citations"], 1):
                if not self.only or citation["source"] in self.only:
                    source = sources[citation["source"]]
                    yield {"claim": claim, "position": position, "citation": citation, "source": source}
