"""Moments as readers write them: a day, or a time of day with its offset from UTC. Pure.

https://www.rfc-editor.org/rfc/rfc3339
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from archive.language import gettext

#: A day, and perhaps a time of day. A plus sign that was not escaped in an address arrives as a space.
WRITTEN = re.compile(
    r"\d{4}-\d\d-\d\d(?P<time>[Tt]\d\d:\d\d(:\d\d(\.\d{1,6})?)?([Zz]|[ +-]\d\d:\d\d))?", re.ASCII
)


class BadInstant(ValueError):
    """The text names no moment; the message says what to write."""


def read_instant(text: str) -> datetime:
    """The moment in UTC; of a day, its beginning. Raises BadInstant."""
    refusal = gettext("Give a day as 2024-02-07, or a moment as 2024-02-07T18:30:00Z.")
    found = WRITTEN.fullmatch(text)
    if not found:
        raise BadInstant(refusal)
    try:
        read = datetime.fromisoformat(text.upper().replace(" ", "+"))
        return read.astimezone(UTC) if found["time"] else read.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise BadInstant(refusal) from error
