"""How often forms may be sent within an hour: from one address, and from all together."""

from __future__ import annotations

from django.http import HttpRequest

from archive.callers import count, mark_of

#: How many forms in an hour are taken from one address, and by one process from all.
FROM_ONE, FROM_ALL = 5, 100
HOUR = 3600


def is_too_fast(request: HttpRequest) -> bool:
    """Count the form that is being sent; whether there were too many."""
    one = count("pace", f"pace-{mark_of(request)}", HOUR)
    return one > FROM_ONE or count("pace", "pace-of-all", HOUR) > FROM_ALL
