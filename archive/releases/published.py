"""Editions and changes as the lines of their files, in the order in which they came to pass."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from archive.bundle import Head, closed_text
from archive.catalogue import change_text, edition_text
from archive.models import Change, Edition
from archive.releases.closed import Closings
from archive.vocabulary import ChangeKind

#: How many editions are held at once, and how many changes.
EDITIONS, CHANGES = 100, 2_000
#: A file of gzip without a time and a name: https://docs.python.org/3/library/zlib.html#zlib.compressobj
GZIP = 31


def edition_lines(head: Head) -> Iterator[bytes]:
    """Every edition, open or closed; the head takes their seals."""
    appeared = Change.objects.exclude(kind=ChangeKind.REDACTION).order_by("pk")
    keys = appeared.values_list("edition", flat=True).iterator(CHANGES)
    while some := list(islice(keys, EDITIONS)):
        found = Edition.objects.in_bulk(some)
        yield _lines([found[key] for key in some], head)


def _lines(editions: Sequence[Edition], head: Head) -> bytes:
    closings = Closings(editions)
    texts = []
    for edition in editions:
        head.add(edition.seal)
        closing = closings.of(edition)
        texts.append(closed_text(closings.said(edition, closing)) if closing else edition_text(edition))
    return "".join(f"{text}\n" for text in texts).encode()


def change_lines() -> Iterator[bytes]:
    """Every change, as the API answers it."""
    rows = Change.objects.order_by("pk").select_related("edition").defer("edition__text")
    for change in rows.iterator(CHANGES):
        yield f"{change_text(change)}\n".encode()


def packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in, the same bytes out."""
    packing = zlib.compressobj(6, zlib.DEFLATED, GZIP)
    for piece in pieces:
        yield packing.compress(piece)
    yield packing.flush()
