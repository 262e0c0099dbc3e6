"""How long to wait before an archive is asked once more that could not answer."""

from __future__ import annotations

#: How often the same is asked, one time after the other.
TRIES = 8
#: Seconds between two tries, at most: of our own accord, and where we are told to come later.
LONGEST, LONGEST_TOLD = 60.0, 3600.0
#: Too many questions, or nothing that lasts: https://www.rfc-editor.org/rfc/rfc9110#section-15.6
PASSING = frozenset({429, 500, 502, 503, 504})


def wait_after(tries: int, told: str = "") -> float | None:
    """Seconds until the next try, after so many of them; None where it is given up.

    `told`: the header `Retry-After`, in seconds; a moment instead of seconds is not followed.
    """
    if tries >= TRIES:
        return None
    if told.isascii() and told.isdigit():
        return min(float(told), LONGEST_TOLD)
    return min(2.0 ** (tries - 1), LONGEST)
