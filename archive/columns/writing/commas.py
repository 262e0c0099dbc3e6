"""The items of a list in JSON."""

from __future__ import annotations

from collections.abc import Iterable


def items(texts: Iterable[bytes], *, begun: bool) -> bytes:
    """Some items, with a comma before each but the list's first; `begun`: that one was written before."""
    return b"".join(b"," + text if begun or place else text for place, text in enumerate(texts))
