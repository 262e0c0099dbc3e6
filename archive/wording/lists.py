"""Lists in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def listed(words: Sequence[str], last: str = "and") -> str:
    """“a”, “a and b”, “a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def numbered(name: str, numbers: Iterable[int]) -> str:
    """“claim 3”, “claims 3 and 5”."""
    words = [str(number) for number in numbers]
    return f"{name}{'' if len(words) == 1 else 's'} {listed(words)}"
