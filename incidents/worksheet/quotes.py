"""Where a quote stands in a text, or in a stretch of it. Pure."""

from __future__ import annotations

import re

from incidents.worksheet.spans import Span
from sources.captures.quotes import find


def stands(quote: str, text: str, within: Span | None = None) -> Span | None:
    """The first place, if need be with other letters large or small; None where it stands nowhere."""
    room = within or Span(0, len(text))
    part = room.of(text)
    found = find(quote, part) or _whatever_its_letters(quote, part)
    return Span(room.start + found[0], room.start + found[1]) if found else None


def wherever(words: str, text: str) -> tuple[Span, ...]:
    """All places where words stand whole, whatever their letters; a number alone might be any number."""
    if not any(letter.isalpha() for letter in words):
        return ()
    form = r"\s+".join(map(re.escape, words.split()))
    found = re.finditer(rf"(?<!\w){form}(?!\w)", text, re.IGNORECASE)
    return tuple(Span(*one.span()) for one in found)


def _whatever_its_letters(quote: str, part: str) -> tuple[int, int] | None:
    small = part.lower()
    return find(quote.lower(), small) if len(small) == len(part) else None
