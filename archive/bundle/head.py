"""The head of a release: one digest over all that was published until then.

It is the SHA-256 of the seals of all editions, one to a line, in the order in which the editions appeared. A
seal covers its edition and the one before it, so that whoever noted the head can tell whether anything that
came before it was rewritten, added or taken away. From the file of editions it is computed again by

    gunzip -c editions.ndjson.gz | jq -r .seal | sha256sum
"""

from __future__ import annotations

import hashlib


class Head:
    """Takes one seal after the other; `count`: of how many it is."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self.count = 0

    def add(self, seal: str) -> None:
        self._digest.update(f"{seal}\n".encode())
        self.count += 1

    @property
    def text(self) -> str:
        """In lower-case hexadecimal digits."""
        return self._digest.hexdigest()
