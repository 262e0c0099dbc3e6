"""What is counted of many incidents is kept in memory for the next reader, until something is published."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.utils.translation import get_language

from archive.models import Edition

Answer = TypeVar("Answer")


def until_published(name: str, make: Callable[[], Answer]) -> Answer:
    """What `make` makes, or made when this name was last asked for, if nothing was published since.

    In each language apart. The catalogue follows from the editions, so the newest one tells whether it is
    another than it was.
    """
    newest = Edition.objects.order_by("-pk").values_list("pk", "seal").first()
    key = hashlib.sha256(f"{newest} {get_language()} {name}".encode()).hexdigest()
    found: Answer | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found)
    return found
