"""The words that the rules know, as data."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """Words that are written one after another, as a list."""
    return tuple(words.split())
