"""Where a quote stands in a text, or in a stretch of it. Pure."""

from __future__ import annotations

from incidents.worksheet.spans import Span
from sources.captures.quotes import find


def stands(quote: str, text: str, within: Span | None = None) -> Span | None:
    """The first place, if need be with other letters large or small; None where it stands nowhere."""
    room = within or Span(0, len(text))
    part = room.of(text)
    found = find(quote, part) or _whatever_its_letters(quote, part)
    return Span(room.start + found[0], room.start + found[1]) if found else None


def _whatever_its_letters(quote: str, part: str) -> tuple[int, int] | None:
    small = part.lower()
    return find(quote.lower(), small) if len(small) == len(part) else None
