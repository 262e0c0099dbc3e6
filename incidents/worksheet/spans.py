"""Stretches of a text, and its paragraphs. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: What a paragraph is: a line with something on it.
LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters of a text from `start` up to, and without, `end`."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def paragraphs(text: str) -> Iterator[Span]:
    """Each line that holds something, without the white space around it, in order."""
    for found in LINE.finditer(text):
        line = found[0]
        start = found.start() + len(line) - len(line.lstrip())
        yield Span(start, found.start() + len(line.rstrip()))


def locator(text: str, at: int) -> str:
    """“paragraph 3”, as citations say where in a source something stands; empty before the first one."""
    number = sum(1 for paragraph in paragraphs(text) if paragraph.start <= at)
    return f"paragraph {number}" if number else ""
