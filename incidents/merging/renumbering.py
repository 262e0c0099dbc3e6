"""Which numbers claims and attacks take in the incident that they move to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

#: Each number before a merge, with the one after it.
Pairs = Sequence[tuple[int, int]]


def renumber(numbers: Iterable[int], following: int) -> list[tuple[int, int]]:
    """Each number with a new one: from `following` on, which was never given, in the same order."""
    return [(old, new) for new, old in enumerate(sorted(numbers), start=following)]


def followed(earlier: Pairs, later: Pairs) -> list[tuple[int, int]]:
    """Where numbers lead that were changed by one merge and then by another.

    A number whose claim or attack was deleted between the two leads nowhere and is left out.
    """
    onwards = dict(later)
    return [(old, onwards[between]) for old, between in earlier if between in onwards]


def positions(count: int, last: int, largest: int) -> list[int]:
    """The places on the page of so many claims after the last one; at the largest, claims stand by number."""
    return [min(last + step, largest) for step in range(1, count + 1)]
