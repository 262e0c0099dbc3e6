"""Many things as one document of JSON-LD: https://www.w3.org/TR/json-ld11/#named-graphs"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson

from archive.columns.writing.commas import items
from archive.columns.writing.notice import Notice


def jsonld_of(chunks: Iterable[Sequence[Mapping[str, Any]]], notice: Notice) -> Iterator[bytes]:
    """The things of schema.org; a document that is cut short is no JSON."""
    said = {"@context": "https://schema.org", "@id": notice.address}
    terms = {"license": notice.licence} if notice.licence else {}
    yield orjson.dumps(said | terms)[:-1] + b',"@graph":['
    sent = 0
    for things in chunks:
        yield items(map(orjson.dumps, things), begun=sent > 0)
        sent += len(things)
    yield b"]}\n"
