"""How often the API may be asked, and the headers of every answer that say so.

From one address so often in a minute, and with a key more often: who holds one is counted by it, wherever
they ask from. The headers are those of https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from archive.callers import count, counted, mark_of

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Allowance:
    """`limit` requests in a minute, of which this one is the `used`th; the minute ends in `seconds`."""

    limit: int
    used: int
    seconds: int

    @property
    def is_spent(self) -> bool:
        return self.used > self.limit

    @property
    def headers(self) -> Mapping[str, str]:
        left = max(0, self.limit - self.used)
        return {
            "RateLimit-Policy": f'"default";q={self.limit};w={MINUTE}',
            "RateLimit": f'"default";r={left};t={self.seconds}',
        }


def allowance_of(request: HttpRequest, key: str) -> Allowance | None:
    """Count the request, by its key if it has one; what is used up, or None where there is no limit."""
    limit = settings.API_KEY_RATE if key else settings.API_RATE
    if not limit:
        return None
    minute, second = divmod(int(time.time()), MINUTE)
    used = count("rates", _name(request, key, minute), MINUTE)
    return Allowance(limit, used, MINUTE - second)


def is_spent(request: HttpRequest) -> bool:
    """Whether nothing is left to whoever asks without a key; this is not counted."""
    if not settings.API_RATE:
        return False
    minute = int(time.time()) // MINUTE
    return counted("rates", _name(request, "", minute)) >= int(settings.API_RATE)


def _name(request: HttpRequest, key: str, minute: int) -> str:
    return f"{key or mark_of(request)}-{minute}"


def key_of(request: HttpRequest) -> str | None:
    """The digest of the key that is given: empty where none is, and None for one that there is not."""
    given = request.headers.get("Authorization")
    if given is None:
        return ""
    scheme, _, key = given.partition(" ")
    digest = hashlib.sha256(key.strip().encode()).hexdigest()
    # A digest tells nothing of the key, however long the comparison takes.
    return digest if scheme.lower() == "bearer" and digest in settings.API_KEYS else None
