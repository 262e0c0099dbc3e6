"""What is said when something is not fetched."""

from __future__ import annotations


class Refused(ValueError):
    """Whole sentences: what was wrong, and what to do. `again_later` where another try may go better.

    `wait`: the seconds that the other side asked for before another try; None where it asked for none.
    """

    def __init__(self, words: str, *, again_later: bool = False, wait: float | None = None) -> None:
        super().__init__(words)
        self.again_later = again_later
        self.wait = wait
