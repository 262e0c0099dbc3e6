"""When something that was refused for now is tried again."""

from __future__ import annotations

#: So often something is tried in all.
TRIES = 5
#: Seconds before the second try; each later wait is so many times as long as the one before.
FIRST_WAIT = 60.0
GROWTH = 5.0


def wait_after(tries: int, asked: float | None = None) -> float | None:
    """The seconds to wait after so many tries that failed: a minute, 5, 25, 2 hours. None: it is given up.

    `asked`: the seconds that the other side asked for, which are waited at least.
    """
    if tries >= TRIES:
        return None
    return max(FIRST_WAIT * GROWTH ** (tries - 1), asked or 0.0)
