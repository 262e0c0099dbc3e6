"""Actors and places that the archive knows, where a text names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from incidents.proposals.shapes import Name


@dataclass(frozen=True)
class Named:
    """One place of a text that names an actor or a place."""

    start: int
    end: int
    kind: str
    key: str


@lru_cache(maxsize=8)
def _forms(names: tuple[Name, ...]) -> tuple[tuple[re.Pattern[str] | None, dict[str, Name]], ...]:
    """For spellings in any case, and for short ones in capitals: the pattern, and whose each is."""
    usual = {
        _folded(name.words).lower(): name for name in names if _folded(name.words) and not _is_short(name)
    }
    short = {_folded(name.words): name for name in names if _is_short(name)}
    return (_form(usual, re.IGNORECASE), usual), (_form(short, 0), short)


def _is_short(name: Name) -> bool:
    """Whether it would be met in other words if it were sought in small letters: “IS”."""
    return len(name.words) <= 5 and name.words.isupper()


def _folded(words: str) -> str:
    return " ".join(words.replace("’", "'").split())


def _form(known: dict[str, Name], flags: int) -> re.Pattern[str] | None:
    if not known:
        return None
    words = "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")
        for word in sorted(known, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", flags)


def named(text: str, names: Sequence[Name]) -> list[Named]:
    """Every place that names somebody or somewhere, in order; of several at one place the longest."""
    found: list[Named] = []
    for form, known in _forms(tuple(names)):
        for match in form.finditer(text) if form else ():
            name = known.get(_folded(match[0])) or known.get(_folded(match[0]).lower())
            if name:
                found.append(Named(match.start(), match.end(), name.kind, name.key))
    return _apart(found)


def _apart(found: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
