"""What is counted of many incidents, and what pages say, is kept in memory for the next reader."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import caches
from django.utils.translation import get_language

from archive import meters
from archive.keeping.newest import newest_change

Answer = TypeVar("Answer")


def until_published(name: str, make: Callable[[], Answer]) -> Answer:
    """What `make` makes, or made when this name was last asked for, if nothing was published since.

    In each language apart. The catalogue follows from the editions, so the newest change of one tells whether
    it is another than it was.
    """
    key = hashlib.sha256(f"{newest_change()} {get_language()} {name}".encode()).hexdigest()
    cache = caches["kept"]
    found: Answer | None = cache.get(key)
    meters.kept("counts", found is not None)
    if found is None:
        found = make()
        cache.set(key, found)
    return found


def for_good(name: str, make: Callable[[], str]) -> str:
    """The text that `make` makes, or made when this name was last asked for.

    The name says all that the text rests on but the language, the settings and the templates, which stay what
    they are while the process runs. It is packed, and kept until there is no more room.
    """
    key = hashlib.sha256(f"{get_language()} {name}".encode()).hexdigest()
    cache = caches["kept"]
    packed: bytes | None = cache.get(key)
    meters.kept("pages", packed is not None)
    if packed is not None:
        return zlib.decompress(packed).decode()
    made = make()
    cache.set(key, zlib.compress(made.encode(), 1), timeout=None)
    return made
