"""Dates as datasets give them, in EDTF. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def between(first: date, last: date) -> str:
    """The day, month or year that the two days enclose exactly, or else the interval between them."""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    ends = monthrange(first.year, first.month)[1]
    if (first.year, first.month, first.day, last.day) == (last.year, last.month, 1, ends):
        return f"{first.year:04d}-{first.month:02d}"
    return f"{first.isoformat()}/{last.isoformat()}"
