"""Who asks, as far as it must be known to count how often, and without knowing who anybody is.

Counted in memory, by each process for itself. Of an address only a digest is kept, with a salt that ends with
the process.
"""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest

SALT = secrets.token_bytes(16)


def address_of(request: HttpRequest) -> str:
    """Where the request comes from; behind a proxy of the archive's own, what that one wrote last."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_TLS_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def mark_of(request: HttpRequest) -> str:
    """What stands for the address, here and until the process ends."""
    return hashlib.sha256(SALT + address_of(request).encode()).hexdigest()


def count(counts: str, name: str, seconds: int) -> int:
    """Count once more by this name, among the counts of that cache; how often it was in these seconds."""
    cache = caches[counts]
    cache.add(name, 0, seconds)
    try:
        return cache.incr(name)
    except ValueError:
        # The time ended between the two.
        return 1


def counted(counts: str, name: str) -> int:
    """How often it was counted by this name, without counting it again."""
    return int(caches[counts].get(name, 0))
