"""The words of a text around what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive.search.columns import COLUMNS, Column
from archive.search.query import Needle, Query
from archive.search.texts import Text
from archive.search.words import Word, terms_of, words_of

#: How many words of a text are shown, and how many of them before the first that was found.
SHOWN, BEFORE = 30, 8
#: How many texts of one incident are shown.
MOST = 2
CUT = "…"


class Piece(NamedTuple):
    """A piece of a text; `found`: it is what was looked for."""

    text: str
    found: bool


def marked(text: str, query: Query) -> list[Piece]:
    """The text, whole, in pieces."""
    words = words_of(text)
    return _pieces(text, words, _hits(words, query.wanted), 0, len(text))


def snippets(texts: Iterable[Text], query: Query) -> list[list[Piece]]:
    """Up to two passages that show as much as possible of what was looked for; prose rather than bare names.

    The title is left out: it is shown whole beside them.
    """
    holding = [(_held(text.text, query.wanted), text) for text in texts if text.column != Column.TITLE]
    missing = set(query.wanted)
    shown: list[list[Piece]] = []
    for held, text in sorted(holding, key=lambda one: (-len(one[0]), -COLUMNS.index(one[1].column))):
        if len(shown) < MOST and missing & held:
            shown.append(_snippet(text.text, query.wanted))
            missing -= held
    return shown


def _held(text: str, needles: Sequence[Needle]) -> set[Needle]:
    """The needles that the text holds."""
    terms = terms_of(text)
    return {needle for needle in needles if _places(terms, needle.terms)}


def _places(terms: Sequence[str], needle: tuple[str, ...]) -> list[int]:
    """Where in the terms the needle begins."""
    starts = (at for at, term in enumerate(terms) if term == needle[0])
    return [at for at in starts if tuple(terms[at : at + len(needle)]) == needle]


def _hits(words: Sequence[Word], needles: Iterable[Needle]) -> set[int]:
    """Which of the words belong to a needle."""
    terms = [word.term for word in words]
    return {
        at + step
        for needle in needles
        for at in _places(terms, needle.terms)
        for step in range(len(needle.terms))
    }


def _snippet(text: str, needles: Sequence[Needle]) -> list[Piece]:
    words = words_of(text)
    hits = _hits(words, needles)
    first = _best_start(hits, len(words))
    last = min(first + SHOWN, len(words))
    start = words[first].start if first else 0
    end = words[last - 1].end if last < len(words) else len(text)
    pieces = _pieces(text, words, hits, start, end)
    return [Piece(CUT, False)] * (first > 0) + pieces + [Piece(CUT, False)] * (last < len(words))


def _best_start(hits: set[int], size: int) -> int:
    """The first word of the stretch that shows the most hits, a little before its first hit."""
    most = max(sorted(hits), key=lambda at: sum(at <= other < at + SHOWN - BEFORE for other in hits))
    return max(0, min(most - BEFORE, size - SHOWN))


def _pieces(text: str, words: Sequence[Word], hits: set[int], start: int, end: int) -> list[Piece]:
    """The text from `start` to `end`; hits that follow one another are one piece."""
    pieces: list[Piece] = []
    here = start
    for first, last in _runs(sorted(at for at in hits if start <= words[at].start < end)):
        pieces += [Piece(text[here : words[first].start], False)]
        here = words[last].end
        pieces += [Piece(text[words[first].start : here], True)]
    return [piece for piece in [*pieces, Piece(text[here:end], False)] if piece.text]


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of those that follow one another."""
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and runs[-1][1] == at - 1:
            runs[-1] = runs[-1][0], at
        else:
            runs.append((at, at))
    return runs
