"""Who issued a report, by the lines of its text that say so: a byline, a dateline, a line of its own. Pure.

A name within a sentence is no issuer: “claimed through its Amaq news agency” names whom the report speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Characters at the beginning and at the end of a text in which such lines begin.
HEAD, FOOT = 1000, 300
#: Characters of such a line, and of a name.
LONGEST_LINE, LONGEST_NAME = 100, 60
#: “QUETTA (AFP) –”, “ISLAMABAD, July 13 (Reuters)”.
DATELINE = re.compile(r"^[A-Z][A-Z .’'-]{2,40}(?:,[^\n(]{0,40})?\(([^()\n]{2,60})\)", re.MULTILINE)
SENTENCE = re.compile(r"[a-z\d”\")][.!?]$|[a-z][.!?] [A-Z]")
BEFORE = re.compile(r"^(?:published (?:in|by|on)|source|from|by)\b:? ?(?:the )?", re.IGNORECASE)
PARTS = re.compile(r"[,;:()|•·–—]| - ")


def names_in_bylines(text: str) -> tuple[str, ...]:
    """The names that may be that of the text's publication, in its order, each once."""
    found = [name for line in _lone_lines(text) for name in line]
    return tuple(dict.fromkeys([*found, *(match[1].strip() for match in DATELINE.finditer(text[:HEAD]))]))


def _lone_lines(text: str) -> Iterator[tuple[str, ...]]:
    """The names in the lines that are no sentences; the first may be a title, so it counts as a whole."""
    start = 0
    for line in text.split("\n"):
        if (start < HEAD or start >= len(text) - FOOT) and _is_lone(line.strip()):
            yield _names(PARTS.split(line) if start else [line])
        start += len(line) + 1


def _is_lone(line: str) -> bool:
    return 1 < len(line) <= LONGEST_LINE and not SENTENCE.search(line)


def _names(parts: list[str]) -> tuple[str, ...]:
    bare = (BEFORE.sub("", part.strip()) for part in parts)
    return tuple(name for name in bare if 1 < len(name) <= LONGEST_NAME)
