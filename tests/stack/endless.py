"""An answer far larger than what lies between two processes, for gunicorn to serve."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

PIECE = b"x" * 65_536
PIECES = 1_000


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(PIECE) * PIECES))])
    return _pieces()


def _pieces() -> Iterator[bytes]:
    for _ in range(PIECES):
        yield PIECE
