"""What is said where a merge, or undoing it, is impossible."""

from __future__ import annotations


class NotMergeable(Exception):
    """Why not, in plain sentences that say what to do."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons
