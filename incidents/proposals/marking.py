"""What of a text a claim should account for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from incidents.proposals.naming import named
from incidents.proposals.numerals import core_at, numeral_at
from incidents.proposals.shapes import Mark, Name
from incidents.proposals.tokens import tokens

DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
#: Numbers that are too common in other senses to be marked.
QUIET = frozenset(("no", "none", "one", "both", "many", "several"))


def marks(text: str, names: Sequence[Name] = ()) -> tuple[Mark, ...]:
    """Every number, and every name of an actor or a place that is known, in the order of the text."""
    found = [*_numbers(text)]
    known = [
        Mark(one.start, one.end, one.kind, text[one.start : one.end], one.why) for one in named(text, names)
    ]
    return tuple(sorted([*found, *known], key=lambda mark: (mark.start, mark.end)))


def _numbers(text: str) -> Iterator[Mark]:
    """Numbers in digits wherever they stand, and numbers in words."""
    words = tokens(text, 0, len(text))
    last = 0
    for at, word in enumerate(words):
        if word.start < last or word.lower in QUIET:
            continue
        if digits := DIGITS.match(text, word.start):
            last = digits.end()
            yield Mark(word.start, last, "number", digits[0])
        elif (size := core_at(words, at)[0]) or _is_vague(words, at):
            last = words[at + max(size, 1) - 1].end
            yield Mark(word.start, last, "number", text[word.start : last])


def _is_vague(words: Sequence[object], at: int) -> bool:
    numeral = numeral_at(words, at)  # type: ignore[arg-type]
    return numeral is not None and numeral.core == at
