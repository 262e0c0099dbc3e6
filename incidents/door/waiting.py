"""How long somebody has to wait who tried too often. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil


def seconds_left(attempts: Iterable[float], amount: int, duration: float, now: float) -> int:
    """Seconds until there is room for one more attempt among so many within so long; 0 where there is now.

    `attempts` are moments in seconds, as `now` is.
    """
    counted = sorted((moment for moment in attempts if moment > now - duration), reverse=True)
    return ceil(duration - (now - counted[amount - 1])) if len(counted) >= amount else 0


def in_words(seconds: int) -> str:
    """“in 1 second”, “in 40 seconds”, “in 5 minutes”: never sooner than it is."""
    if seconds <= 90:
        return f"in {seconds} second{'' if seconds == 1 else 's'}"
    return f"in {ceil(seconds / 60)} minutes"
