"""Claims and their citations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from archive.columns import CITATIONS, CLAIMS, Document
from archive.columns.documents import VALUES
from archive.columns.writing import objects
from archive.models import ClaimEntry
from archive.streams.known import KnownSources
from archive.streams.listing import Keys, Listing


class Claims(Listing):
    table = CLAIMS
    model = ClaimEntry

    def documents(self, keys: Keys) -> Sequence[Document]:
        claims = super().documents(keys)
        return [{**claim, _value(claim["property"]): claim["value"]} for claim in claims]


def _value(about: str) -> str:
    """Under which name the value of a claim stands, by its property."""
    return VALUES.get(about, about)


class Citations(Claims):
    """Every citation of the claims that were found, or those of `only` these sources, if there are any."""

    table = CITATIONS

    def __init__(self, only: Collection[str] = ()) -> None:
        self.only = only
        self.sources = KnownSources()

    def count(self, found: QuerySet[Any]) -> int | None:
        """The catalogue counts claims; their citations stand in their answers alone."""
        return None

    def texts(self, keys: Keys) -> Sequence[str]:
        return objects(self.table, self.rows(keys))

    def documents(self, keys: Keys) -> Sequence[Document]:
        return list(self._citations(self._claims(keys)))

    def _claims(self, keys: Keys) -> Sequence[Document]:
        return Claims().documents(keys)

    def _citations(self, claims: Sequence[Document]) -> Iterator[Document]:
        cited = {citation["source"] for claim in claims for citation in claim["citations"]}
        sources = self.sources.these(cited)
        for claim in claims:
            for position, citation in enumerate(claim["citations"], 1):
                if not self.only or citation["source"] in self.only:
                    source = sources[citation["source"]]
                    yield {"claim": claim, "position": position, "citation": citation, "source": source}
