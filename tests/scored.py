"""How well rules read texts: precision and recall, as they are usual in the reading of language.

https://nlp.stanford.edu/IR-book/html/htmledition/evaluation-of-unranked-retrieval-sets-1.html
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Score:
    """How many were expected, read, and right, by name; `names` are those that are taken together."""

    names: tuple[str, ...]
    expected: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def precision(self, *names: str) -> float:
        return _ratio(self._sum(self.right, names), self._sum(self.read, names))

    def recall(self, *names: str) -> float:
        return _ratio(self._sum(self.right, names), self._sum(self.expected, names))

    def _sum(self, counted: Counter[str], names: tuple[str, ...]) -> int:
        return sum(counted[name] for name in names or self.names)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
