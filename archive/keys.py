"""Readable keys from names. Pure."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

LONGEST_KEY = 100
#: What a key ends in when a name is too long for one, or is not written in Latin letters.
DIGEST = 10


@lru_cache(maxsize=4096)
def key_of(*names: str) -> str:
    """A readable key from names, the same for the same names.

    Letters lose their marks; what has no Latin letter, or is too long, is told apart by a digest.
    """
    slugs = [_slug(name) for name in names]
    key = "-".join(slug for slug in slugs if slug)
    if all(slugs) and len(key) <= LONGEST_KEY:
        return key
    digest = hashlib.sha256("\n".join(names).encode()).hexdigest()[:DIGEST]
    return f"{key[: LONGEST_KEY - DIGEST - 1].rstrip('-')}-{digest}".lstrip("-")


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
