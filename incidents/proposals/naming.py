"""Actors and places that the archive knows, where a text names them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from incidents.proposals.longer import is_within_a_name
from incidents.proposals.shapes import Name

WORD = re.compile(r"[^\W_]+")
#: What may stand between the words of one name: “Lashkar-e-Jhangvi”, “D. I. Khan”, “Sana’a”.
GAP = re.compile(r"\s|[-–—.'’]|\. |\.-| [-–—] |\s{2,4}")
Spelling = tuple[tuple[str, ...], Name]


@dataclass(frozen=True)
class Named:
    """One place of a text that names an actor or a place; `why` as in the name."""

    start: int
    end: int
    kind: str
    key: str
    why: str = ""


@lru_cache(maxsize=8)
def _by_first_word(names: tuple[Name, ...]) -> Mapping[str, list[Spelling]]:
    """The spellings by their first word, the longest first."""
    found: dict[str, list[Spelling]] = {}
    for name in names:
        words = tuple(WORD.findall(name.words.lower()))
        if words:
            found.setdefault(words[0], []).append((words, name))
    for spellings in found.values():
        spellings.sort(key=lambda spelling: -len(spelling[0]))
    return found


def named(text: str, names: Sequence[Name]) -> list[Named]:
    """Every place that names somebody or somewhere, in order; of several at one word the longest.

    A place within a longer name is none: “Mastung Road” is a road.
    """
    found = _all_named(text, names)
    starts = {one.start for one in found}
    return [
        one for one in found if one.kind == "actor" or not is_within_a_name(text, one.start, one.end, starts)
    ]


def _all_named(text: str, names: Sequence[Name]) -> list[Named]:
    known = _by_first_word(tuple(names))
    words = [(found.start(), found.end(), found[0].lower()) for found in WORD.finditer(text)] if known else []
    found: list[Named] = []
    for at, (start, _, word) in enumerate(words):
        if not found or start >= found[-1].end:
            found.extend(_named_at(text, words, at, known.get(word, ())))
    return found


def _named_at(
    text: str, words: Sequence[tuple[int, int, str]], at: int, spellings: Sequence[Spelling]
) -> list[Named]:
    for spelling, name in spellings:
        here = words[at : at + len(spelling)]
        start, end = here[0][0], here[-1][1]
        is_it = tuple(word for _, _, word in here) == spelling and _holds_together(text, here)
        if is_it and (not _is_short(name) or text[start:end] == name.words):
            return [Named(start, end, name.kind, name.key, name.why)]
    return []


def _holds_together(text: str, words: Sequence[tuple[int, int, str]]) -> bool:
    return all(GAP.fullmatch(text, one[1], other[0]) for one, other in pairwise(words))


def _is_short(name: Name) -> bool:
    """Whether it would be met in other words if it were sought in small letters: “IS”."""
    return bool(name.why) or (len(name.words) <= 5 and name.words.isupper())
