"""Every public address, filled in with whatever the desk has, and what is answered there."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import product
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver
from django.utils.translation import override
from pyarrow import parquet

from archive.api.views import ListView
from archive.urls import reading_room
from incidents.models import Actor, Conflict, Incident, Place
from sources.models import Publication, Source

#: What stands in an address where no key does.
GIVEN: Mapping[str, Sequence[str]] = {
    "number": ["1", "2"],
    "claim": ["1", "2"],
    "slug": ["any"],
    "ending": ["csv", "ndjson", "parquet", "geojson", "jsonld"],
    "version": ["1"],
    "file": ["editions.ndjson.gz", "changes.ndjson", "CHANGES.md", "release.json", "tables/claims.csv"],
}
KEYED: tuple[Any, ...] = (Incident, Actor, Place, Conflict, Source, Publication)


def in_every_language() -> list[str]:
    """Every address of the reading room, those of pages in each language."""
    found: dict[str, None] = {}
    for code, _ in settings.LANGUAGES:
        with override(code):
            found |= dict.fromkeys(address for address, _ in addresses())
    return list(found)


def lists() -> Iterator[tuple[str, type[ListView]]]:
    """Every list of the API, and every file of one, with its view."""
    for address, pattern in addresses():
        view = getattr(pattern.callback, "view_class", None)
        if view and issubclass(view, ListView):
            yield address, view


def addresses(patterns: list[Any] | None = None, before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    """Every address in the language at hand, filled in with whatever the desk has."""
    for pattern in reading_room() if patterns is None else patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and "^" not in route:
            yield from ((address, pattern) for address in filled(route, list(pattern.pattern.converters)))


def filled(route: str, names: list[str]) -> Iterator[str]:
    """The address for each choice of a key, a number, a title's words and a file of a release."""
    keys = sorted({row.key for model in KEYED for row in model._default_manager.all()})
    for chosen in product(*(GIVEN.get(name, keys) for name in names)):
        address = route
        for name, value in zip(names, chosen, strict=True):
            address = re.sub(rf"<\w+:{name}>", value, address)
        yield address


def said(client: Client, address: str) -> str:
    """What is answered, but for the words that were asked."""
    content = text_of(client.get(address).getvalue()).lower()
    for part in re.split(r"[/?=.&]", address):
        content = content.replace(part, "") if part else content
    return content


def text_of(content: bytes) -> str:
    """What the answer says, unpacked."""
    if content.startswith(b"PAR1"):
        return str(parquet.read_table(BytesIO(content)).to_pylist())
    return (gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content).decode()
