"""How often forms may be sent, without knowing who anybody is.

Counted in memory, by each process for itself and for an hour: from one address, and from all together. Of an
address only a digest is kept, with a salt that ends with the process.
"""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest

#: How many forms in an hour are taken from one address, and by one process from all.
FROM_ONE, FROM_ALL = 5, 100
HOUR = 3600
SALT = secrets.token_bytes(16)


def is_too_fast(request: HttpRequest) -> bool:
    """Count the form that is being sent; whether there were too many."""
    one = _count(f"pace-{hashlib.sha256(SALT + address_of(request).encode()).hexdigest()}")
    return one > FROM_ONE or _count("pace-of-all") > FROM_ALL


def address_of(request: HttpRequest) -> str:
    """Where the request comes from; behind a proxy of the archive's own, what that one wrote last."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_TLS_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def _count(key: str) -> int:
    counts = caches["pace"]
    counts.add(key, 0, HOUR)
    try:
        return counts.incr(key)
    except ValueError:
        # The hour ended between the two.
        return 1
