"""Editions, without their records."""

from __future__ import annotations

from collections.abc import Sequence

from archive.answers.texts import text_of
from archive.catalogue import header_of
from archive.columns import EDITIONS
from archive.models import Edition
from archive.streams.export import Export, Keys


class Editions(Export):
    table = EDITIONS
    model = Edition
    ordering = ("-published_at", "incident", "-number")
    stored = False

    def texts(self, keys: Keys) -> Sequence[str]:
        found = Edition.objects.defer("text").in_bulk(keys)
        return [text_of(header_of(found[key])) for key in keys]
