"""Where a quote stands in a text, though the two are typed differently.

What printers, browsers and word processors change without changing what is said is folded: white space,
dashes, quotation marks, ligatures and composed characters (Unicode's compatibility decomposition,
https://www.unicode.org/reports/tr15/), soft hyphens, and marks that nobody sees. Letters stay large or small.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

DASHES = frozenset("-‐‑‒–—―−﹘﹣－")
MARKS = frozenset("\"'`´‘’‚‛“”„‟«»‹›′″＂＇")
#: Soft hyphens, joiners, marks of direction and of byte order.
UNSEEN = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
#: What a quote writes for words that it leaves out.
LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,})\s*")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared; `starts` says of each of its characters where in the text it came from."""

    text: str
    starts: array[int]


class Searched:
    """A text in which quotes are looked up: it is folded once, which for a long one takes half a second."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _plain(self) -> Folded:
        return folded(self._text)

    @cached_property
    def _joined(self) -> Folded:
        return folded(self._text, joined=True)

    def find(self, quote: str) -> tuple[int, int] | None:
        """Where the quote stands in the text, as `find` says."""
        return _found(quote, self._plain) or _found(quote, self._joined)


#: Quotes of one text are looked up one after the other; more texts than these would fill the memory.
searched = lru_cache(maxsize=4)(Searched)


def find(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote stands in the text, as the place of its first character and of the one after its last.

    An ellipsis in the quote stands for anything that lies between. Words stand whole: “8 dead” is not found
    in “128 dead”. None where it does not stand there; an empty quote stands nowhere.
    """
    return searched(text).find(quote)


def _found(quote: str, text: Folded) -> tuple[int, int] | None:
    parts = [part for part in (folded(each).text.strip(" '") for each in LEFT_OUT.split(quote)) if part]
    start, end = -1, 0
    for part in parts:
        at = _whole(part, text.text, end)
        if at < 0:
            return None
        start, end = at if start < 0 else start, at + len(part)
    return None if start < 0 else (text.starts[start], text.starts[end - 1] + 1)


def folded(text: str, *, joined: bool = False) -> Folded:
    """The text as it is compared. `joined`: words that a line's end divides by a hyphen are put together."""
    characters: list[str] = []
    starts = array("I")
    divided = {place for found in DIVIDED.finditer(text) for place in range(*found.span())} if joined else ()
    for place, character in _spaced(text):
        if place not in divided:
            shown = _shown(character)
            characters.append(shown)
            starts.extend([place] * len(shown))
    return Folded("".join(characters), starts)


#: A hyphen at the end of a line, within a word. It never steps back: empty lines would take it hours.
DIVIDED = re.compile(r"(?<=\w)[-‐\u00ad][^\S\n]*+\n\s*+(?=[a-z])")


def _spaced(text: str) -> Iterator[tuple[int, str]]:
    """The characters that count, each with its place: of white space one, and none beside a dash."""
    waiting, before = -1, "-"
    for place, character in enumerate(text):
        if character in UNSEEN:
            continue
        if character.isspace():
            waiting = place if waiting < 0 else waiting
            continue
        if waiting >= 0 and before not in DASHES and character not in DASHES:
            yield waiting, " "
        yield place, character
        waiting, before = -1, character


@lru_cache(maxsize=10_000)
def _shown(character: str) -> str:
    if character in DASHES:
        return "-"
    if character in MARKS:
        return "'"
    return unicodedata.normalize("NFKD", character)


def _whole(part: str, text: str, begin: int) -> int:
    """Where the part stands from there on, with no letter or digit of its words left out; -1 if nowhere."""
    at = text.find(part, begin)
    while at >= 0 and not (_ends(text, at) and _ends(text, at + len(part))):
        at = text.find(part, at + 1)
    return at


def _ends(text: str, at: int) -> bool:
    """Whether a word may begin or end between these two characters."""
    if at in (0, len(text)):
        return True
    return not (text[at - 1].isalnum() and text[at].isalnum())
