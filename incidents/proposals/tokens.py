"""Sentences, and the words and signs in them, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(
    r"(?:[ap]\.m\.)|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:[.:]\d+)+|\d+|[^\W\d_]+(?:['’.][^\W\d_]+)*|[^\s\w]|[\w]",
    re.IGNORECASE,
)
#: Where a sentence may end: a stop with what closes after it, or an empty line.
END = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s+|$)|\n\s*\n|\n")
#: A stop after these ends no sentence.
SHORT = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Maj|Lt|Capt|Brig|Sgt|Insp|St|No|Rs|vs|approx|incl|ca|c|Gov|Sen|Rep|Hon|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|\b[A-Z]|\b[ap]\.m)\.$"
)
LOWER = re.compile(r"\s+[a-z]")
#: A sentence is read in pieces of so many characters: a list without a stop takes no longer than prose.
LONGEST = 1_500


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign; `lower` is how it is looked up."""

    start: int
    end: int
    lower: str


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and signs between two places of the text."""
    return [
        Token(found.start(), found.end(), found[0].lower().replace("’", "'"))
        for found in WORD.finditer(text, start, end)
    ]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, without the space around it."""
    start = 0
    for found in END.finditer(text):
        if not _goes_on(text, found):
            yield from _pieces(text, start, found.end())
            start = found.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence; one that is too long is cut at a space, or where there is none, anywhere."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation, or the sentence goes on in small letters."""
    if "\n" in found[0]:
        return False
    before = text[max(0, found.start() - 8) : found.start() + 1]
    return bool(SHORT.search(before) or LOWER.match(text, found.end()))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
