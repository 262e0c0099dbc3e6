"""Phrases of several words, found where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from incidents.proposals.tokens import Token, tokens

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases with what each means; of several that begin at one place, the longest is found."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in meanings.items():
            words = tuple(token.lower for token in tokens(phrase, 0, len(phrase)))
            self._by_first.setdefault(words[0], []).append((words, meaning))
        for found in self._by_first.values():
            found.sort(key=lambda one: -len(one[0]))

    def at(self, words: Sequence[Token], at: int) -> tuple[int, Meaning | None]:
        """How many tokens the phrase at a place takes, and what it means; 0 and None where there is none."""
        if at >= len(words):
            return 0, None
        for phrase, meaning in self._by_first.get(words[at].lower, ()):
            size = len(phrase)
            if size == 1 or tuple(token.lower for token in words[at : at + size]) == phrase:
                return size, meaning
        return 0, None
