"""Whether every edition is as it was published."""

from __future__ import annotations

from collections.abc import Iterator

from archive import editions


def problems(quick: bool) -> Iterator[str]:
    """Quick: seals and links alone, and no text."""
    return map(str, editions.verify(texts=not quick))
