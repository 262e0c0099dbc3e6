"""What changed between two stored copies of a source, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

#: Lines of a text that are compared: comparing takes long where very many differ.
MOST_LINES = 2_000
#: Pairs of equal lines that are all weighed.
MOST_PAIRS = 200_000


@dataclass(frozen=True, slots=True)
class Change:
    """Lines of the older copy, and what the newer one has in their place; either may be empty."""

    old: tuple[str, ...]
    new: tuple[str, ...]


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The lines that differ, in their order. White space at their ends, and empty lines, do not count."""
    before, after = _lines(old), _lines(new)
    matcher = SequenceMatcher(None, before, after, autojunk=_are_alike(before, after))
    return tuple(
        Change(tuple(before[begun:ended]), tuple(after[start:end]))
        for kind, begun, ended, start, end in matcher.get_opcodes()
        if kind != "equal"
    )


def _are_alike(before: list[str], after: list[str]) -> bool:
    """Whether so many lines are the same as many others that to match them all would take minutes.

    Then those that are everywhere match nothing by themselves:
    https://docs.python.org/3/library/difflib.html#difflib.SequenceMatcher
    """
    return pairs_of(before, after) > MOST_PAIRS


def pairs_of(before: list[str], after: list[str]) -> int:
    """How many pairs of equal ones there are: what comparing costs."""
    old, new = Counter(before), Counter(after)
    return sum(number * new[each] for each, number in old.items())


def _lines(text: str) -> list[str]:
    return list(_filled(text))[:MOST_LINES]


def _filled(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())
