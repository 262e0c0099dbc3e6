"""A text cut where something begins or ends: what is cited, and what a claim should account for. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from incidents.worksheet.spans import Among, Span, paragraphs


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph, the claims whose quotes hold them, and what they offer as an open mark.

    `ending` are the claims whose quotes go no further in the paragraph.
    """

    words: str
    claims: tuple[int, ...] = ()
    mark: str | None = None
    ending: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`start` is where in the text it begins, in characters."""

    number: int
    start: int
    pieces: tuple[Piece, ...]


def cut(
    text: str, quotes: Sequence[tuple[Span, int]], marks: Sequence[tuple[Span, str]]
) -> Iterator[Paragraph]:
    """The paragraphs in pieces: a quote comes with its claim’s number, an open mark with what it offers."""
    cited, marked = Among(quotes, itemgetter(0)), Among(marks, itemgetter(0))
    for number, room in enumerate(paragraphs(text), start=1):
        pieces = _pieces(text, room, list(cited.meeting(room)), list(marked.meeting(room)))
        yield Paragraph(number, room.start, tuple(pieces))


def _pieces(
    text: str, room: Span, cited: Sequence[tuple[Span, int]], marks: Sequence[tuple[Span, str]]
) -> Iterator[Piece]:
    marked = [(span, name) for span, name in marks if room.holds(span)]
    edges = sorted(_edges(room, [*(span for span, _ in cited), *(span for span, _ in marked)]))
    for start, end in pairwise(edges):
        here = Span(start, end)
        claims = tuple(dict.fromkeys(claim for span, claim in cited if span.holds(here)))
        ending = {claim for span, claim in cited if span.holds(here) and min(span.end, room.end) == end}
        mark = next((name for span, name in marked if span.holds(here)), None)
        yield Piece(here.of(text), claims, mark, tuple(sorted(ending)))


def _edges(room: Span, spans: Sequence[Span]) -> set[int]:
    inner = {edge for span in spans for edge in (span.start, span.end) if room.start < edge < room.end}
    return {room.start, room.end} | inner
