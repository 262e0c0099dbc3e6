"""Stretches of a text, and its paragraphs. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

Thing = TypeVar("Thing")

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
    number = bisect_right(_starts(text), at)
    return f"paragraph {number}" if number else ""


@lru_cache(maxsize=16)
def _starts(text: str) -> tuple[int, ...]:
    return tuple(paragraph.start for paragraph in paragraphs(text))


class Among(Generic[Thing]):
    """Things that have a place in a text, to be asked for by a place: quickly, however many there are."""

    def __init__(self, things: Iterable[Thing], place: Callable[[Thing], Span]) -> None:
        self._places = sorted((place(thing), number, thing) for number, thing in enumerate(things))
        self._longest = max((span.end - span.start for span, _, _ in self._places), default=0)

    def meeting(self, span: Span) -> Iterator[Thing]:
        """Those that share a character with the span, by where they begin."""
        first = bisect_left(self._places, span.start - self._longest, key=lambda each: each[0].start)
        for place, _, thing in self._places[first:]:
            if place.start >= span.end:
                return
            if place.meets(span):
                yield thing
