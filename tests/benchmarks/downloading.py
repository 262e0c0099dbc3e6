"""Fetching one file whole, and when its first bytes came."""

from __future__ import annotations

import time
from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import urlsplit

#: Bytes that are read at once.
BLOCK = 1 << 16


class Download(NamedTuple):
    """`seconds` and `first_byte` since it was asked for; `size` in bytes.

    `rows`: how many the answer said it would have. `end`: the last bytes.
    """

    seconds: float
    first_byte: float
    size: int
    rows: int | None
    end: bytes


def download(server: str, path: str) -> Download:
    """Raises RuntimeError for an error, http.client.IncompleteRead for a file that was broken off."""
    connection = HTTPConnection(urlsplit(server).netloc, timeout=3_600)
    began = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    block, size, last = answer.read1(BLOCK), 0, b""
    first = time.perf_counter() - began
    while block:
        size, last = size + len(block), block
        block = answer.read(BLOCK)
    rows = answer.headers.get("Row-Count")
    connection.close()
    return Download(time.perf_counter() - began, first, size, int(rows) if rows else None, last)
