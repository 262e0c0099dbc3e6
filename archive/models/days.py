"""Imprecise days in columns, and how they are compared.

A dated row has both `earliest` and `latest`; an end that is open or unknown is the calendar's first or last
day, so that a comparison needs no special case. An undated row has neither, and compares with nothing.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from archive.dates import Bounds


def columns(days: Bounds) -> tuple[date | None, date | None]:
    """`earliest` and `latest` as a row stores them."""
    if not days.is_dated:
        return None, None
    return days.earliest or date.min, days.latest or date.max


def overlapping(start: date | None, end: date | None) -> Q:
    """Rows that may lie between the two days, both included; a side that is `None` has no bound."""
    wanted = Q()
    if start is not None:
        wanted &= Q(latest__gte=start)
    if end is not None:
        wanted &= Q(earliest__lte=end)
    return wanted
