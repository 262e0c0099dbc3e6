"""Where a quote stands in a text, however its white space runs. Pure."""

from __future__ import annotations

import re

from incidents.worksheet.spans import Span


def stands(quote: str, text: str, within: Span | None = None) -> Span | None:
    """The first place, within a stretch of the text if one is given; None where the quote is not in it."""
    words = quote.split()
    if not words:
        return None
    room = within or Span(0, len(text))
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
    found = pattern.search(text, room.start, room.end)
    return Span(found.start(), found.end()) if found else None
