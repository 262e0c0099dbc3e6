"""Editions, without their records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import orjson

from archive.answers.texts import text_of
from archive.catalogue import header_of
from archive.columns import EDITIONS, Document
from archive.models import Edition
from archive.streams.export import Export, Some


class Editions(Export):
    table = EDITIONS
    model = Edition
    ordering = ("-published_at", "incident", "-number")
    read = ("pk",)
    stored = False

    def texts(self, some: Some) -> Sequence[str]:
        found = Edition.objects.defer("text").in_bulk([key for (key,) in some])
        return [text_of(header_of(found[key])) for (key,) in some]

    def documents(self, some: Some) -> Iterable[Document]:
        return map(orjson.loads, self.texts(some))
